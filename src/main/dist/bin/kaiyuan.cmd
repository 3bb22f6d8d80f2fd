@echo off
rem Starts Kaiyuan on Windows: the java of JAVA_HOME, else of PATH, else the newest of the usual folders.
setlocal EnableExtensions DisableDelayedExpansion
set "kaiyuan_home=%~dp0.."
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" call :newer "%JAVA_HOME%"
if not defined java for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%D in ("%%~dp$PATH:J..") do call :newer "%%~fD"
if not defined java for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
  for /d %%D in ("%%~R\*jdk*" "%%~R\*jre*" "%%~R\zulu*") do call :newer "%%~fD"
)
if not defined java (
  echo kaiyuan: needs Java 21 or newer: install one, see https://adoptium.net, or set JAVA_HOME to one 1>&2
  exit /b 2
)
rem The JVM makes and renews this cache of loaded classes by itself.
if not exist "%LOCALAPPDATA%\kaiyuan" mkdir "%LOCALAPPDATA%\kaiyuan"
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED"
"%java%" %flags% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\kaiyuan\kaiyuan.jsa" %KAIYUAN_JAVA_OPTS% ^
  "-Dkaiyuan.home=%kaiyuan_home%" -cp "%kaiyuan_home%\lib\*" dev.kaiyuan.cli.Main %*
set "code=%ERRORLEVEL%"
if not %code%==1 exit /b %code%
rem Java ends with 1, which means that nothing was found, where it does not start as well.
"%java%" %flags% %KAIYUAN_JAVA_OPTS% -version >nul 2>&1
if not errorlevel 1 exit /b 1
echo kaiyuan: Java does not start; see to KAIYUAN_JAVA_OPTS and to memory 1>&2
exit /b 2

rem Keeps the java of a folder whose release file says 21 or newer, if it is the newest so far.
:newer
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=.-+" %%M in ("%%~V") do (
  if %%M geq 21 call :keep "%~1\bin\java.exe" %%M
)
exit /b

:keep
if defined java if %2 leq %newest% exit /b
set "java=%~1"
set "newest=%2"
exit /b
