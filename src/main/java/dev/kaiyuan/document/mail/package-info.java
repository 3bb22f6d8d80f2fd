/**
 * What does a message of electronic mail say, or a box of them?
 *
 * <p>Entry point: {@link dev.kaiyuan.document.mail.MailReader}. Apache James Mime4j takes messages
 * apart; attachments are not opened.
 */
@NullMarked
package dev.kaiyuan.document.mail;

import org.jspecify.annotations.NullMarked;
