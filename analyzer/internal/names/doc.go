// Package names says what a function, variable or field is for by the words of its name: whether it says that something
// is to be tried again, or that it is about what went wrong.
package names
