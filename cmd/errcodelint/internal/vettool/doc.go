// Package vettool is errcodelint as the go command's vet tool: it is handed one package at a time.
//
// The work is x/tools' unitchecker's. In front of it stands the *relevance look*: most packages of
// a build, the standard library's first of all, cannot have anything to do with error codes, and a
// look at the bytes of their files shows it in less time than parsing them takes. Such a package gets
// an empty file of facts, which is how irrelevance reaches its importers.
package vettool
