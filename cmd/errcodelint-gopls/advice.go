package main

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed advice.txt
var adviceText string

// advice says what to set in which editor. The program's name is quoted as all of these files quote.
func advice(output string) string {
	return strings.NewReplacer("{{quoted}}", strconv.Quote(output), "{{file}}", output).Replace(adviceText)
}
