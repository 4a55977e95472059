package vettool

import (
	"bytes"
	"io"
	"os"
)

// marks are the texts without which a file cannot hold a code: the exact keys and names that bind
// (responseCode, ResponseCode, reasonCode, ReasonCode), and our import path and directives.
var marks = [][]byte{[]byte("esponseCode"), []byte("easonCode"), []byte("errcodelint")}

// vendor is the vendor's name, which is a mark in any case. It is lower case and ends in its rarest
// letter, for which the look searches.
const vendor = "geniq"

// overlap is how much of a chunk the next one repeats, so that no mark is cut in two.
const overlap = len("errcodelint") - 1

// relevant reports whether the unit can have facts or findings: a file has a mark in it, or an
// import has facts, which may say that its results or fields are codes. A file that cannot be read
// counts as relevant, so that unitchecker reports it.
func (u *unit) relevant() bool {
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
	for _, mark := range marks {
		if bytes.Contains(text, mark) {
			return true
		}
	}
	return vendorIn(text, 'q') || vendorIn(text, 'Q')
}

// vendorIn reports whether text holds the vendor's name with last as its last letter.
func vendorIn(text []byte, last byte) bool {
	for {
		i := bytes.IndexByte(text, last)
		if i < 0 {
			return false
		}
		if start := i + 1 - len(vendor); start >= 0 && equalFold(text[start:i], vendor[:len(vendor)-1]) {
			return true
		}
		text = text[i+1:]
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
