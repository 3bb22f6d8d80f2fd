/** Brings the forms of an English word together. */
package dev.kaiyuan.analysis.english;
