// Package cli is the command: it reads the command line, has go vet do the work, and says what
// came out. What the parts do is theirs: package govet runs and reads go vet, package patch applies
// fixes, package render writes.
package cli
