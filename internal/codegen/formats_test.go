package codegen

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// one table in every format.
var formats = map[string]string{
	"table.tsv": "value\tname\tretry\tdescription\twhy\n0\tOK\tsuccess\tAll's well\t\n-1\tDown\tbackoff\tThe \"net\" | is down, again\tit comes back\n51\tBroke\tfix\tNo; credit\t\n",
	"table.csv": "value,name,retry,description,why\n0,OK,success,All's well\n-1,Down,backoff,\"The \"\"net\"\" | is down, again\",it comes back\n# 7,Gone\n51,Broke,fix,No; credit,\n\n,,,,\n",
	"excel.csv": "value;name;retry;description;why;;\r\n0;OK;success;All's well;;;\r\n-1;Down;backoff;\"The \"\"net\"\" | is down, again\";it comes back\r\n51;Broke;fix;\"No; credit\"\r\n",
	"table.md": `# Codes of the bank

| Class | Means |
|-------|-------|
| never | never |

    ` + "```" + `
` + "```" + `
| value | name |
|---|---|
` + "```" + `

| Value | Name   | Retry class | Description | Why |
| ----: | ------ |:-----------:|-------------|-----|
| ` + "`0`" + `   | OK | success | All's well  |
| ` + "`-1`" + `  | **Down** | backoff | The "net" \| is down, again | it comes back |

More of them:

value | name | retry | description | why
--- | --- | --- | --- | ---
51 | Broke | fix | No; credit

The end.
`,
	"table.json": `[
	{"value": 0, "name": "OK", "retry": "success", "description": "All's well", "tags": ["a", {"b": null}]},
	{"name": "Down", "value": "-1", "retry": "backoff", "description": "The \"net\" | is down, again", "why": "it comes back"},
	{"value": 51, "name": "Broke", "why": null, "retry": "fix", "description": "No; credit"}
]`,
	"wrapped.json": `{"version": 3, "links": {"self": ["x"]}, "codes": [
	{"value": 0, "name": "OK", "retry": "success", "description": "All's well"},
	{"value": -1, "name": "Down", "retry": "backoff", "description": "The \"net\" | is down, again", "why": "it comes back"},
	{"value": 51, "name": "Broke", "retry": "fix", "description": "No; credit"}]}`,
}

func TestFormats(t *testing.T) {
	dir := t.TempDir()
	var want []byte
	for _, name := range []string{"table.tsv", "table.csv", "excel.csv", "table.md", "table.json", "wrapped.json"} {
		writeTestFile(t, filepath.Join(dir, name), "\uFEFF"+formats[name])
		sheet, err := ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		table, err := Interpret(sheet)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		table.File = "table"
		files, err := Generate("shop", table, Domain{Name: "d"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want == nil {
			want = files[1].Content
		}
		if !bytes.Equal(files[1].Content, want) {
			t.Errorf("%s makes something else:\n%s", name, files[1].Content)
		}
	}
}

func TestBadFormats(t *testing.T) {
	const csvHeader = "value,name,retry,description\n"
	const mdHeader = "| value | name | retry | description |\n|---|---|---|---|\n"
	for _, test := range []struct{ file, text, want string }{
		{"t.csv", "", "t.csv: empty table: want a header row"},
		{"t.csv", "# only\n", "t.csv: empty table: want a header row"},
		{"t.csv", csvHeader, "t.csv: empty table: a header, but no code below it"},
		{"t.csv", "value\tname\n", "t.csv:1:1: bad header: want the names of columns, separated by commas or semicolons"},
		{"t.csv", csvHeader + "1,One,never,x,y\n", "t.csv:2:15: row has 5 cells, but the header names 4 columns: is there a separator inside"},
		{"t.csv", csvHeader + "1,One,never,a \"b\" c\n", "t.csv:2:15: a quote inside a cell that is not quoted"},
		{"t.csv", csvHeader + "1,One,never,\"a \"b\n", "t.csv:2:16: a quoted cell does not end where it should"},
		{"t.csv", csvHeader + "1,One,never,\"a\n", "a quoted cell does not end where it should"},
		{"t.csv", csvHeader + "1,One,never,\"a\nb\"\n", "t.csv:2:13: control character U+000A in the cell"},
		{"t.csv", csvHeader + "1,One,never,x\n2,One,nevr,\n", "t.csv:3:7: unknown retry class \"nevr\""},
		{"t.csv", csvHeader + "1,One,never,x\n1,Two,never,x\n", "t.csv:3:1: duplicate value 1: line 2 has it already"},
		{"t.csv", csvHeader + "1,One,never,caf\xe9\n", "t.csv:2:16: not UTF-8"},
		{"t.md", "# Codes\n", "t.md: no table with a column \"value\""},
		{"t.md", "| value | name |\n| 1 | One |\n", "t.md: no table with a column \"value\""},
		{"t.md", "```\n" + mdHeader + "```\n", "t.md: no table with a column \"value\""},
		{"t.md", mdHeader, "t.md: empty table: a header, but no code below it"},
		{"t.md", "| value | name |\n|---|---|\n| 1 | One |\n", "t.md:1:3: missing column \"retry\""},
		{"t.md", mdHeader + "| 1 | One | never | a | b |\n", "t.md:3:25: row has 5 cells, but the header names 4 columns: is there a | inside a cell?"},
		{"t.md", mdHeader + "| `01` | One | never | a |\n", "t.md:3:4: value \"01\" is no code"},
		{"t.md", mdHeader + "| 1 | One | never | a |\n\n| value | name |\n|---|---|\n| 2 | Two |\n", "t.md:5:3: this table has other columns than the one in line 1"},
		{"t.json", "", "t.json: empty table: want a list of objects"},
		{"t.json", "[]", "t.json:1:1: empty table: the list has no codes"},
		{"t.json", "7", "t.json:1:1: want a list of objects"},
		{"t.json", "[7]", "t.json:1:2: want an object for each code"},
		{"t.json", "{}", "t.json:1:1: no list of codes in the object"},
		{"t.json", `{"a": [{"value": 1}], "b": [{}]}`, `t.json:1:28: "b" is a second list: want one`},
		{"t.json", "[\n\t{\"value\": 1,}]", "t.json:2:14: not JSON: invalid character '}'"},
		{"t.json", "[\n\t{\"value\": 1", "t.json:2:13: the file ends in the middle"},
		{"t.json", "[{\"value\": 1}] x", "t.json:1:16: not JSON: invalid character 'x' after top-level value"},
		{"t.json", "[{\"value\": 1}][]", "t.json:1:15: not JSON: invalid character '[' after top-level"},
		{"t.json", "[{\"value\": 1}]", `t.json:1:3: missing column "name": the header names "value"`},
		{"t.json", "[{\"value\": true, \"name\": [1], \"retry\": \"never\", \"description\": \"x\"}]", "t.json:1:12: value is neither a text nor a number\nt.json:1:26: name is neither"},
		{"t.json", "[{\"value\": 1, \"value\": 2, \"name\": \"One\", \"retry\": \"never\", \"description\": \"x\"}]", `t.json:1:15: duplicate key "value" in one object`},
		{"t.json", "[{\"value\": 1.5, \"name\": \"One\", \"retry\": \"never\", \"description\": \"x\"}]", `t.json:1:12: value "1.5" is no code`},
		{"t.json", "[{\"value\": 1, \"name\": \"One\", \"retry\": \"never\", \"description\": \"x\"},\n {\"value\": 2}]", "t.json:2:2: name is empty"},
	} {
		err := readAll(test.file, test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %q:\n%v, want\n%s", test.file, test.text, err, test.want)
		}
	}
}

// readAll does what a table's file goes through before Go is made of it.
func readAll(file, text string) error {
	sheet, err := ReadSheet(readers[filepath.Ext(file)], file, []byte(text))
	if err != nil {
		return err
	}
	_, err = Interpret(sheet)
	return err
}

// TestHuge has more codes than any vendor, and as many mistakes.
func TestHuge(t *testing.T) {
	var good, bad strings.Builder
	good.WriteString("value,name,retry,description\n")
	bad.WriteString("value,name,retry,description\n")
	for i := range 100_000 {
		fmt.Fprintf(&good, "%d,Code%d,never,the code %d\n", i, i, i)
		fmt.Fprintf(&bad, "%d,Code%d,sometimes,the code %d\n", i, i, i)
	}
	start := time.Now()
	if err := readAll("t.csv", good.String()); err != nil {
		t.Error(err)
	}
	err := readAll("t.csv", bad.String())
	if lines := strings.Count(fmt.Sprint(err), "\n"); lines != reportLimit || !strings.HasSuffix(err.Error(), "t.csv: and 99990 more") {
		t.Errorf("%d lines: %v", lines, err)
	}
	t.Log(time.Since(start))
}

func TestCheck(t *testing.T) {
	dir := t.TempDir()
	table := filepath.Join(dir, "card.csv")
	run := func(flags ...string) (int, string) {
		var stderr bytes.Buffer
		status := Run(append(flags, "-package", "shop", "-out", dir, "-domain", "card", table), &stderr)
		return status, stderr.String()
	}
	writeTestFile(t, table, "value,name,retry,description\n1,One,never,x\n")
	if status, said := run("-check"); status != 1 || !strings.Contains(said, filepath.Join(dir, "card_gen.go")+": missing") {
		t.Errorf("nothing there: %d %s", status, said)
	}
	if names := fileNames(t, dir); len(names) != 1 {
		t.Errorf("-check wrote %v", names)
	}
	if status, said := run(); status != 0 {
		t.Fatal(said)
	}
	if status, said := run("-check"); status != 0 || said != "" {
		t.Errorf("just written: %d %s", status, said)
	}
	name := filepath.Join(dir, "card_gen.go")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	writeTestFile(t, name, strings.ReplaceAll(string(text), "\n", "\r\n"))
	if status, said := run("-check"); status != 0 {
		t.Errorf("as git checks out on Windows: %d %s", status, said)
	}
	writeTestFile(t, table, "value,name,retry,description\n1,One,never,x\n2,Two,never,y\n")
	if status, said := run("-check"); status != 1 || !strings.Contains(said, name+":9: differs") || !strings.Contains(said, "run go generate") {
		t.Errorf("a code more: %d %s", status, said)
	}
	var drift *Drift
	if err := CheckFiles(dir, []File{{"card_gen.go", text}}, "x"); errors.As(err, &drift) {
		t.Error(err)
	}
}

// FuzzReaders: whatever is in a file, there is a table, or an error that says where.
func FuzzReaders(f *testing.F) {
	for name, text := range formats {
		f.Add(strings.TrimPrefix(filepath.Ext(name), "."), text)
	}
	f.Add("md", "|value|\n|-|\n|\\|`**|\n")
	f.Add("json", `{"a":[{"value":{"b":[]}}]}`)
	f.Add("csv", "value,name\n\"\n")
	f.Fuzz(func(t *testing.T, format, text string) {
		reader, ok := readers["."+format]
		if !ok {
			return
		}
		sheet, err := ReadSheet(reader, "table", []byte(text))
		if err == nil {
			lines := strings.Count(text, "\n") + 1
			for _, row := range append(sheet.Rows, sheet.Header) {
				if len(row) == 0 || len(row) > len(sheet.Header) {
					t.Fatalf("a row of %d cells below %d", len(row), len(sheet.Header))
				}
				for _, cell := range row {
					if cell.Pos.Line < 1 || cell.Pos.Line > lines || cell.Pos.Column < 1 {
						t.Fatalf("%q is at %s", cell.Text, cell.Pos)
					}
				}
			}
			var table *Table
			if table, err = Interpret(sheet); err == nil {
				_, err = Generate("shop", table, Domain{Name: "d"})
				if err != nil && strings.Contains(err.Error(), "bug of the generator") {
					t.Fatal(err)
				}
			}
		}
		if err != nil && !strings.HasPrefix(err.Error(), "table") && !strings.HasPrefix(err.Error(), "bad ") {
			t.Fatalf("no place: %v", err)
		}
	})
}
