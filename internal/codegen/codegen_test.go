package codegen

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// generate does all but write: it is what the tests of tables and sources begin with.
func generate(table string, domain Domain) ([]File, error) {
	sheet, err := ReadSheet(TSV{}, "table.tsv", []byte(table))
	if err != nil {
		return nil, err
	}
	t, err := Interpret(sheet)
	if err != nil {
		return nil, err
	}
	return Generate("shop", t, domain)
}

// TestUsersDomain compares with what is generated for a user's own table, directives and all.
func TestUsersDomain(t *testing.T) {
	dir := t.TempDir()
	var stderr bytes.Buffer
	args := []string{"-package", "shop", "-out", dir, "-domain", "payments", "-key", "statusCode", "testdata/payments.tsv"}
	if status := Run(args, &stderr); status != 0 {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	got, err := os.ReadFile(filepath.Join(dir, "payments_gen.go"))
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "payments_gen.go.golden")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("not what %s has; if it is better, go test -update\n%s", golden, got)
	}
}

// TestGeneratedBuilds vets generated code, and runs it, in a module that depends on nothing: three
// domains in one package, with everything that has to be quoted.
func TestGeneratedBuilds(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	sheet, err := ReadFile("testdata/payments.tsv")
	if err != nil {
		t.Fatal(err)
	}
	table, err := Interpret(sheet)
	if err != nil {
		t.Fatal(err)
	}
	files, err := Generate("shop", table,
		Domain{Name: "payments", Key: "statusCode", Declare: true},
		Domain{Name: "short", Type: "Code", Prefix: "C"}, // names near those of the support file
		Domain{Name: "card-state", Label: `the "card's" \n state`, About: "what `cards` answer */"})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	files = append(files,
		File{"go.mod", []byte("module example.com/shop\n\ngo 1.25.0\n")},
		File{"shop_test.go", []byte(`package shop

import "testing"

func TestShop(t *testing.T) {
	for code, want := range map[error]string{
		PaymentsGatewayDown: "statusCode -1: The gateway didn't answer",
		PaymentsCode(7): "statusCode 7: undocumented code",
		CardState3DSecureRequired: "the \"card's\" \\n state 91: 3-D Secure required",
	} {
		if got := code.Error(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if PaymentsApproved.Err() != nil || PaymentsApprovedPartially.Err() != nil {
		t.Error("a success is an error")
	}
	code, err := ParsePayments("-01")
	if code != -2 || code.Known() || err.Error() != "shop.PaymentsCode: cannot read \"-01\": want a decimal integer without leading zeros" {
		t.Error(code, err)
	}
	last := PaymentsCode(-1000)
	for c := range PaymentsCodes() {
		if c <= last {
			t.Error(c, "after", last)
		}
		last = c
		if again, err := ParsePayments(c.Wire()); again != c || err != nil {
			t.Error(c, err)
		}
	}
}
`)})
	if err := WriteFiles(dir, files); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"vet", "./..."}, {"test", "./..."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GOPROXY=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%s", args[0], err, out)
		}
	}
}

// TestTolerated has tables that differ only in what doesn't matter.
func TestTolerated(t *testing.T) {
	const plain = "domain\tvalue\tname\tretry\tdescription\twhy\nd\t1\tOne\tnever\tThe one\tso it is\nd\t2\tTwo\tfix\tThe two\t\n"
	want, err := generate(plain, Domain{Name: "d"})
	if err != nil {
		t.Fatal(err)
	}
	for name, table := range map[string]string{
		"byte order mark":    "\uFEFF" + plain,
		"carriage returns":   strings.ReplaceAll(plain, "\n", "\r\n"),
		"both":               "\uFEFF" + strings.ReplaceAll(plain, "\n", "\r\n"),
		"no last newline":    strings.TrimSuffix(plain, "\n"),
		"spaces":             strings.ReplaceAll(plain, "\t", " \t "),
		"empty lines":        strings.ReplaceAll(plain, "\n", "\n\n \t \n"),
		"comments":           "# mine\n" + strings.ReplaceAll(plain, "\n", "\n# a\tb\n"),
		"header with #":      "# " + plain,
		"header in words":    strings.Replace(plain, "description\twhy", "Description (the vendor's)\tWhy this class", 1),
		"missing last cells": strings.ReplaceAll(plain, "The two\t", "The two"),
		"descending":         "domain\tvalue\tname\tretry\tdescription\twhy\nd\t2\tTwo\tfix\tThe two\t\nd\t1\tOne\tnever\tThe one\tso it is\n",
		"other order":        "why\tname\tvalue\tretry\tdescription\tdomain\nso it is\tOne\t1\tnever\tThe one\td\n\tTwo\t2\tfix\tThe two\td\n",
		"other columns":      "owner\tdomain\tvalue\tname\tretry\tdescription\twhy\tname2\nx\td\t1\tOne\tnever\tThe one\tso it is\ty\n\td\t2\tTwo\tfix\tThe two\n",
		"other domains":      plain + "e\t1\tOne\tnever\tx\ty\n",
		"no domain column":   "value\tname\tretry\tdescription\twhy\n1\tOne\tnever\tThe one\tso it is\n2\tTwo\tfix\tThe two\t\n",
	} {
		got, err := generate(table, Domain{Name: "d"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i := range want {
			if got[i].Name != want[i].Name || !bytes.Equal(got[i].Content, want[i].Content) {
				t.Errorf("%s: a different %s:\n%s", name, want[i].Name, got[i].Content)
			}
		}
	}
}

func TestBadTables(t *testing.T) {
	const header = "domain\tvalue\tname\tretry\tdescription\n"
	for _, test := range []struct {
		name, table string
		want        []string // one per line
	}{
		{"nothing", "", []string{"table.tsv: empty table: want a header row that names the columns, and a row per code"}},
		{"only a byte order mark", "\uFEFF\r\n", []string{"table.tsv: empty table: want a header row that names the columns, and a row per code"}},
		{"only a header", header + "# d\n", []string{"table.tsv: empty table: a header, but no code below it"}},
		{"no tabs", "domain value name retry description\n", []string{"table.tsv:1:1: bad header: want the names of columns, separated by tabs"}},
		{"missing columns", "\n# domain\tnumber\tname\tretry\n", []string{
			`table.tsv:2:3: missing column "value": the header names "domain", "number", "name", "retry"`,
			`table.tsv:2:3: missing column "description": the header names "domain", "number", "name", "retry"`}},
		{"column twice", "value\tname\tretry\tdescription\tvalue\n", []string{`table.tsv:1:30: duplicate column "value": column 1 of the header is one already`}},
		{"tab in a cell", header + "d\t1\tOne\tnever\tThe\tone\n", []string{"table.tsv:2:19: row has 6 cells, but the header names 5 columns: is there a tab inside a cell?"}},
		{"value twice", header + "d\t1\tOne\tnever\tx\ne\t1\tOne\tnever\tx\nd\t1\tTwo\tnever\tx\n", []string{"table.tsv:4:3: duplicate value 1: line 2 has it already"}},
		{"name twice", header + "d\t1\tOne\tnever\tx\r\nd\t2\tOne\tnever\tx\r\n", []string{"table.tsv:3:5: duplicate name One: line 2 has it already"}},
		{"no number", header + "d\tone\tOne\tnever\tx\n", []string{`table.tsv:2:3: value "one" is no code: want a decimal integer without leading zeros`}},
		{"leading zeros", header + "d\t007\tOne\tnever\tx\nd\t-0\tTwo\tnever\tx\nd\t+3\tThree\tnever\tx\nd\t1.0\tFour\tnever\tx\n", []string{
			`table.tsv:2:3: value "007" is no code: want a decimal integer without leading zeros`,
			`table.tsv:3:3: value "-0" is no code: want a decimal integer without leading zeros`,
			`table.tsv:4:3: value "+3" is no code: want a decimal integer without leading zeros`,
			`table.tsv:5:3: value "1.0" is no code: want a decimal integer without leading zeros`}},
		{"too large", header + "d\t2147483648\tOne\tnever\tx\n", []string{"table.tsv:2:3: value 2147483648 does not fit 32 bits"}},
		{"unknown class", header + "d\t1\tOne\talways\tx\nd\t2\tTwo\t\tx\n", []string{
			`table.tsv:2:9: unknown retry class "always": want one of success, backoff, fix, never`,
			`table.tsv:3:9: unknown retry class "": want one of success, backoff, fix, never`}},
		{"empty cells", header + "\t\t\tnever\t\n", []string{
			"table.tsv:2:1: domain is empty: fill it in every row, or leave the column out", "table.tsv:2:2: value is empty",
			"table.tsv:2:3: name is empty", "table.tsv:2:10: description is empty"}},
		{"short row", header + "d\t1\tOne\n", []string{
			`table.tsv:2:8: unknown retry class "": want one of success, backoff, fix, never`,
			"table.tsv:2:8: description is empty"}},
		{"bad domain", header + "D d\t1\tOne\tnever\tx\n", []string{`table.tsv:2:1: bad domain "D d": want lower-case letters and digits, in words joined by - or _`}},
		{"bad names", header + "d\t1\tinvalidIP\tnever\tx\nd\t2\tInvalid IP\tnever\tx\nd\t3\tInvalid-IP\tnever\tx\nd\t4\t_X\tnever\tx\nd\t5\tOK\tnever\tx\n", []string{
			`table.tsv:2:5: bad name "invalidIP": want a Go identifier that starts with an upper-case letter, as InvalidRecipient`,
			`table.tsv:3:5: bad name "Invalid IP": want a Go identifier that starts with an upper-case letter, as InvalidRecipient`,
			`table.tsv:4:5: bad name "Invalid-IP": want a Go identifier that starts with an upper-case letter, as InvalidRecipient`,
			`table.tsv:5:5: bad name "_X": want a Go identifier that starts with an upper-case letter, as InvalidRecipient`}},
		{"names that are taken", header + "d\t1\tCode\tnever\tx\nd\t2\tCodes\tnever\tx\n", []string{
			"table.tsv:2:5: name Code makes the constant DCode, which is taken: domain d",
			"table.tsv:3:5: name Codes makes the constant DCodes, which is taken: domain d"}},
		{"other domains", header + "e\t1\tOne\tnever\tx\nf\t1\tOne\tnever\tx\n", []string{`table.tsv: no rows of domain "d": the table has e, f`}},
		{"UTF-16", "\xff\xfed\x00o\x00m\x00", []string{"table.tsv:1:1: not UTF-8: save the table as UTF-8"}},
		{"Latin-1", header + "d\t1\tOne\tnever\tcaf\xe9\n", []string{"table.tsv:2:18: not UTF-8: save the table as UTF-8"}},
		{"control characters", header + "d\t1\tOne\tnever\ta\x00b\nd\t2\tTwo\tnever\ta\rb\nd\t3\tThree\tnever\ta\uFEFFb\n", []string{
			"table.tsv:2:15: control character U+0000 in the cell",
			"table.tsv:3:15: control character U+000D in the cell",
			"table.tsv:4:17: control character U+FEFF in the cell"}},
		{"many", header + strings.Repeat("d\t1\tOne\tsometimes\tx\n", 12), append(
			manyClassErrors(10), "table.tsv: and 2 more")},
	} {
		files, err := generate(test.table, Domain{Name: "d"})
		if err == nil {
			t.Errorf("%s: no error, but %d files", test.name, len(files))
			continue
		}
		if want := strings.Join(test.want, "\n"); err.Error() != want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, err, want)
		}
	}
}

func manyClassErrors(count int) []string {
	var lines []string
	for i := range count {
		lines = append(lines, Pos{"table.tsv", i + 2, 9}.String()+`: unknown retry class "sometimes": want one of success, backoff, fix, never`)
	}
	return lines
}

func TestBadDomains(t *testing.T) {
	const table = "value\tname\tretry\tdescription\n1\tOne\tnever\tx\n"
	for _, test := range []struct {
		domain Domain
		want   string
	}{
		{Domain{}, `bad domain "": want lower-case letters and digits, in words joined by - or _`},
		{Domain{Name: "../d"}, `bad domain "../d": want lower-case letters and digits, in words joined by - or _`},
		{Domain{Name: "d", Type: "d"}, `bad type "d": want an exported Go identifier`},
		{Domain{Name: "d", Type: "D()"}, `bad type "D()": want an exported Go identifier`},
		{Domain{Name: "d", Prefix: "x"}, `bad prefix "x": want an exported Go identifier`},
		{Domain{Name: "d", Key: "a b"}, `bad key "a b": want a word without spaces`},
		{Domain{Name: "d", Label: "a\nb"}, `bad label "a\nb": want one line of text`},
		{Domain{Name: "d", About: "a\nfunc init() {}"}, `bad about "a\nfunc init() {}": want one line of text`},
		{Domain{Name: "support"}, `table.tsv: domain support needs the file support_gen.go, which is taken: give it another name`},
		{Domain{Name: "d", Type: "Retry"}, `table.tsv: domain d needs the name Retry, which is taken: support type`},
	} {
		if _, err := generate(table, test.domain); err == nil || err.Error() != test.want {
			t.Errorf("%+v: %v\nwant %s", test.domain, err, test.want)
		}
	}
}

// Two domains of a package may not declare the same name, wherever their words end.
func TestDomainsThatCollide(t *testing.T) {
	sheet, err := ReadSheet(TSV{}, "table.tsv", []byte("value\tname\tretry\tdescription\n1\tBC\tnever\tx\n2\tC\tnever\tx\n"))
	if err != nil {
		t.Fatal(err)
	}
	table, err := Interpret(sheet)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Generate("shop", table, Domain{Name: "a"}, Domain{Name: "a-b"})
	const want = "table.tsv:3:3: name C makes the constant ABC, which is taken: code a 1"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	if _, err = Generate("my shop", table, Domain{Name: "a"}); err == nil {
		t.Error(`"my shop" is the name of a package`)
	}
}
