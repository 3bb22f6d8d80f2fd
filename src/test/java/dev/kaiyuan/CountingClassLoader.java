package dev.kaiyuan;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Loads Kaiyuan and its parsers anew, so that they tell {@link WorkCounter} of what they do. */
public final class CountingClassLoader extends ClassLoader {
  private static final List<String> COUNTED =
      List.of("dev.kaiyuan.", "org.commonmark.", "org.jsoup.");
  private static final String COUNTER = WorkCounter.class.getName().replace('.', '/');

  /** The methods that stand in for those of the JDK, each as its name and parameters. */
  private static final Set<String> REPLACEMENTS =
      Arrays.stream(WorkCounter.class.getMethods())
          .map(CountingClassLoader::signature)
          .collect(Collectors.toSet());

  /** Makes a loader that shares nothing with other ones. */
  public CountingClassLoader() {
    super(CountingClassLoader.class.getClassLoader());
  }

  private static String signature(Method method) {
    return method.getName() + Type.getMethodDescriptor(method);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean counted =
        COUNTED.stream().anyMatch(name::startsWith) && !name.equals(WorkCounter.class.getName());
    if (!counted) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      new ClassReader(in).accept(new CountingClass(writer), 0);
      byte[] counting = writer.toByteArray();
      return defineClass(name, counting, 0, counting.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static final class CountingClass extends ClassVisitor {
    CountingClass(ClassVisitor to) {
      super(Opcodes.ASM9, to);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new CountingMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class CountingMethod extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();

    CountingMethod(MethodVisitor to) {
      super(Opcodes.ASM9, to);
    }

    private void step() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, COUNTER, "step", "()V", false);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      step();
    }

    @Override
    public void visitLabel(Label label) {
      super.visitLabel(label);
      passed.add(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) {
        step();
      }
      super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (name.equals("<init>") && descriptor.equals("(Ljava/util/Collection;)V")) {
        super.visitInsn(Opcodes.DUP);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, COUNTER, "copied", "(Ljava/util/Collection;)V", false);
      }
      String withReceiver = "(L" + owner + ";" + descriptor.substring(1);
      if (opcode != Opcodes.INVOKESTATIC
          && opcode != Opcodes.INVOKESPECIAL
          && REPLACEMENTS.contains(name + withReceiver)) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, COUNTER, name, withReceiver, false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
