package vettool

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

func TestMarks(t *testing.T) {
	for text, want := range map[string]bool{
		"":                             false,
		"package p":                    false,
		"r.ResponseCode == 0":          true,
		"`json:\"responseCode\"`":      true,
		"reasonCode":                   true,
		"ReasonCode":                   true,
		"//errcodelint:ignore":         true,
		"https://api.geniq.example":    true,
		"GeniQ":                        true,
		"GENIQ":                        true,
		"qqgeniqq":                     true,
		"q":                            false,
		"eniq":                         false,
		"geni q":                       false,
		"GENI\x11":                     false, // the bit that tells upper from lower case is not all
		"responsecode, RESPONSECODE":   false,
		"statusCode, unique, Response": false,
	} {
		if got := markIn([]byte(text)); got != want {
			t.Errorf("markIn(%q) = %v", text, got)
		}
	}
}

// A mark is found wherever the chunks in which a file is read are cut.
func TestMarksAcrossChunks(t *testing.T) {
	for _, mark := range []string{"esponseCode", "easonCode", "errcodelint", "geniq", "GENIQ"} {
		for before := range 70 {
			text := strings.Repeat(".", before) + mark + strings.Repeat(".", 3)
			for _, size := range []int{overlap + 1, 16, 32, 64} {
				found, err := hasMark(strings.NewReader(text), make([]byte, size))
				if !found || err != nil {
					t.Fatalf("%s after %d bytes, chunks of %d: %v, %v", mark, before, size, found, err)
				}
			}
			if found, err := hasMark(iotest.OneByteReader(strings.NewReader(text)), make([]byte, 64)); !found || err != nil {
				t.Fatalf("%s after %d bytes, byte by byte: %v, %v", mark, before, found, err)
			}
		}
	}
	if found, err := hasMark(strings.NewReader(strings.Repeat("esponseCod.", 100)), make([]byte, 32)); found || err != nil {
		t.Errorf("half a mark: %v, %v", found, err)
	}
	if _, err := hasMark(iotest.ErrReader(os.ErrPermission), make([]byte, 32)); err == nil {
		t.Error("a read error is lost")
	}
}

// put writes files into a folder and returns their names.
func put(t *testing.T, texts ...string) []string {
	t.Helper()
	var names []string
	for i, text := range texts {
		name := filepath.Join(t.TempDir(), string('a'+rune(i)))
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

func TestRelevant(t *testing.T) {
	plain := put(t, "package p", "package p // nothing")
	marked := put(t, "package p", "package p // ResponseCode")
	facts := put(t, "", "facts")
	for _, test := range []struct {
		name string
		unit unit
		want bool
	}{
		{"no mark", unit{ModulePath: "m", ModuleVersion: "v1.0.0", VetxOnly: true, GoFiles: plain}, false},
		{"a mark in the second file", unit{ModulePath: "m", VetxOnly: true, GoFiles: marked}, true},
		{"imports without facts", unit{ModulePath: "m", ModuleVersion: "v1.0.0", VetxOnly: true, GoFiles: plain, PackageVetx: map[string]string{"a": facts[0], "b": "nosuchfile"}}, false},
		{"what the user works on", unit{ModulePath: "m", VetxOnly: true, GoFiles: plain}, true},
		{"an import with facts", unit{ModulePath: "m", VetxOnly: true, GoFiles: plain, PackageVetx: map[string]string{"a": facts[0], "b": facts[1]}}, true},
		{"the standard library", unit{ImportPath: "crypto/x509", VetxOnly: true, GoFiles: marked}, false},
		{"the standard library's own vendor folder", unit{ImportPath: "vendor/golang.org/x/net", VetxOnly: true, GoFiles: marked}, false},
		{"the standard library, if asked for", unit{ImportPath: "crypto/x509", GoFiles: plain}, true},
		{"asked for", unit{GoFiles: plain}, true},
		{"a module without a dot", unit{ImportPath: "m/p", ModulePath: "m", VetxOnly: true, GoFiles: marked}, true},
		{"no module", unit{ImportPath: "example.com/p", VetxOnly: true, GoFiles: marked}, true},
		{"a file that cannot be read", unit{ModulePath: "m", VetxOnly: true, GoFiles: []string{"nosuchfile"}}, true},
	} {
		if got := test.unit.relevant(); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// A dependency that is skipped has an empty file of facts.
func TestSkip(t *testing.T) {
	u := unit{VetxOnly: true, VetxOutput: filepath.Join(t.TempDir(), "vetx")}
	if err := u.skip(); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(u.VetxOutput); err != nil || len(text) > 0 {
		t.Errorf("facts: %q, %v", text, err)
	}
}

func TestReadUnit(t *testing.T) {
	good := put(t, `{"ID": "p", "GoFiles": ["a.go"], "VetxOutput": "o", "SomethingNew": {"x": 1}}`)[0]
	if u, err := readUnit(good); err != nil || u.VetxOutput != "o" {
		t.Errorf("%+v, %v", u, err)
	}
	for _, text := range []string{"", "{}", `{"GoFiles": 1}`, `{"ID": "p", "VetxOutput": "o"}`} {
		if u, err := readUnit(put(t, text)[0]); err == nil {
			t.Errorf("%s: %+v", text, u)
		}
	}
	if _, err := readUnit("nosuchfile"); err == nil {
		t.Error("no error for no file")
	}
}

func TestCalled(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "x.cfg")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args []string
		want bool
	}{
		{nil, false},
		{[]string{"-V=full"}, true},
		{[]string{"-flags"}, true},
		{[]string{"-flags", "./..."}, false},
		{[]string{"./..."}, false},
		{[]string{"vet.cfg"}, true},
		{[]string{"-json", "-tests=true", "/x/vet.cfg"}, true},
		{[]string{folder}, false},
	} {
		if got := Called(test.args); got != test.want {
			t.Errorf("Called(%q) = %v", test.args, got)
		}
	}
}

func TestPrintVersion(t *testing.T) {
	var out bytes.Buffer
	if err := printVersion(&out); err != nil {
		t.Fatal(err)
	}
	// The go command's rule, see (*Builder).toolID in cmd/go/internal/work.
	f := strings.Fields(out.String())
	if len(f) < 3 || f[1] != "version" || f[2] != "devel" || !strings.HasPrefix(f[len(f)-1], "buildID=") {
		t.Errorf("the go command does not understand %q", out.String())
	}
}

// BenchmarkSkip is the whole look at a package that has nothing to do with codes: net/http, without its
// tests the largest of the standard library.
func BenchmarkSkip(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(runtime.GOROOT(), "src", "net", "http", "*.go"))
	if err != nil || len(files) == 0 {
		b.Skip("no source of the standard library")
	}
	u := unit{ImportPath: "example.com/http", VetxOnly: true, VetxOutput: filepath.Join(b.TempDir(), "vetx"), PackageVetx: make(map[string]string)}
	size := int64(0)
	for _, name := range files {
		if info, err := os.Stat(name); err == nil && !strings.HasSuffix(name, "_test.go") {
			u.GoFiles = append(u.GoFiles, name)
			size += info.Size()
		}
	}
	data, err := json.Marshal(u)
	if err != nil {
		b.Fatal(err)
	}
	cfg := filepath.Join(b.TempDir(), "vet.cfg")
	if err := os.WriteFile(cfg, data, 0o666); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size)
	for b.Loop() {
		u, err := readUnit(cfg)
		if err != nil {
			b.Fatal(err)
		}
		if u.relevant() {
			b.Fatal("net/http is relevant")
		}
		if err := u.skip(); err != nil {
			b.Fatal(err)
		}
	}
}
