package vettool

import (
	"bytes"
	"io"
	"os"
)

// These are the texts, called marks, without which a file cannot hold a code: the exact keys and names
// that bind (responseCode, ResponseCode, reasonCode, ReasonCode), our import path and directives,
// and the vendor's name in any case. Where it can, the look searches for a letter that is rare in Go
// and looks at what stands around it.
const (
	response = "esponseCode"
	reason   = "easonCode"
	own      = "errcodelint"
	vendor   = "geniq" // lower case
)

// overlap is how much of a chunk the next one repeats, so that no mark is cut in two.
const overlap = max(len(response), len(reason), len(own), len(vendor)) - 1

// relevant reports whether the unit has to be parsed: because it was asked for, so that code which
// does not compile is reported whatever it is about; or because it can have facts. A dependency
// can, if a file has a mark in it or an import has facts, which may say that its results or fields
// are codes; or if it belongs to what the user works on, so that ./one/package gives what ./... does. A file that cannot be read counts as relevant, so that unitchecker reports it.
//
// The standard library is not relevant, whatever reason codes package crypto/x509 knows: so a
// program that was built with an older Go than the user's does not fail on it.
func (u *unit) relevant() bool {
	switch {
	case !u.VetxOnly:
		return true
	case u.standard():
		return false
	case u.ModulePath != "" && u.ModuleVersion == "":
		return true // a helper that calls again needs no code in it
	}
	for _, name := range u.PackageVetx {
		if info, err := os.Stat(name); err == nil && info.Size() > 0 {
			return true
		}
	}
	buf := make([]byte, 64<<10)
	for _, name := range u.GoFiles {
		if found, err := fileHasMark(name, buf); found || err != nil {
			return true
		}
	}
	return false
}

func fileHasMark(name string, buf []byte) (bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	return hasMark(f, buf)
}

// hasMark reports whether the text that r reads has a mark in it. It reads no further than that.
func hasMark(r io.Reader, buf []byte) (bool, error) {
	kept := 0 // bytes at the start of buf which the chunk before ended with
	for {
		n, err := r.Read(buf[kept:])
		chunk := buf[:kept+n]
		if n > 0 && markIn(chunk) {
			return true, nil
		}
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		kept = min(overlap, len(chunk))
		copy(buf, chunk[len(chunk)-kept:])
	}
}

func markIn(text []byte) bool {
	return codeIn(text) || vendorIn(text, 'q') || vendorIn(text, 'Q') || bytes.Contains(text, []byte(own))
}

// codeIn reports whether text holds one of the names that end in Code.
func codeIn(text []byte) bool {
	const code = "Code"
	for from := 0; ; {
		i := bytes.IndexByte(text[from:], code[0])
		if i < 0 {
			return false
		}
		end := from + i + len(code)
		if end > len(text) {
			return false
		}
		if has := text[:end]; bytes.HasSuffix(has, []byte(response)) || bytes.HasSuffix(has, []byte(reason)) {
			return true
		}
		from += i + 1
	}
}

// vendorIn reports whether text holds the vendor's name with last, in upper or lower case, as its
// last letter.
func vendorIn(text []byte, last byte) bool {
	for {
		i := bytes.IndexByte(text, last)
		if i < 0 {
			return false
		}
		if start := i + 1 - len(vendor); start >= 0 && equalFold(text[start:i], vendor[:len(vendor)-1]) {
			return true
		}
		text = text[i+1:] // the letter is in the name only once
	}
}

func equalFold(text []byte, lower string) bool {
	for i := range len(lower) {
		if text[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}
