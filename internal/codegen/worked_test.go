package codegen

import (
	"bytes"
	"strings"
	"testing"
)

// TestWorkedExample holds the second vendor's table, and what was made of it, together.
func TestWorkedExample(t *testing.T) {
	const args = "-check -out ../../testdata/whatsapp/cloud -domain whatsapp -label code ../../testdata/whatsapp/cloud/codes.csv"
	var stderr bytes.Buffer
	if status := Run(strings.Fields(args), &stderr); status != 0 {
		t.Errorf("gen %s: %d %s", args, status, &stderr)
	}
}
