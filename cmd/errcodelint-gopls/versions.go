package main

import (
	"fmt"
	"go/version"
	"strings"
)

// goplsVersion is the gopls that the checks are built into. The fields and names of gopls that hook.go.txt
// uses are its internals: a newer one has to be tried out first.
const goplsVersion = "v0.23.0"

// The Go versions that build this gopls: its go.mod asks for the oldest, and its copy of x/tools
// knows the export data of none newer.
const (
	oldestGo = "go1.26"
	newestGo = "go1.26"
)

// goVersions says which Go versions these are.
func goVersions() string {
	oldest, newest := strings.TrimPrefix(oldestGo, "go"), strings.TrimPrefix(newestGo, "go")
	if oldest == newest {
		return "Go " + oldest
	}
	return "Go " + oldest + " to " + newest
}

// checkGo refuses a Go that cannot build this gopls, before minutes are spent on it.
func checkGo(v string) error {
	switch lang := version.Lang(v); {
	case lang == "":
		return nil // a development version: the user knows what they do
	case version.Compare(lang, oldestGo) < 0:
		return fmt.Errorf("the go command is %s, and gopls %s needs %s: install it, or let Go do so by GOTOOLCHAIN=auto", v, goplsVersion, oldestGo)
	case version.Compare(lang, newestGo) > 0:
		return fmt.Errorf("the go command is %s, and gopls %s, which this errcodelint is made for, is for %s: install a newer errcodelint, or set GOTOOLCHAIN=%s.0",
			v, goplsVersion, newestGo, newestGo)
	}
	return nil
}
