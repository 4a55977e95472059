package codes_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Three tables have to agree: the vendor's page (testdata/error-codes.txt), the catalogue that
// adds names and classes, and the Go package. The tests read the first two by themselves, not
// with the generator's reader, so that they don't share its mistakes.

// documented is how many codes each domain has. A code that is added changes a number here.
var documented = map[string]int{"response": 23, "reason": 15, "template": 25}

// row is a code as the catalogue has it; from the vendor's page only the description is known.
type row struct {
	name, retry, description string
}

// table is domain, then value.
type table map[string]map[int]row

func (t table) add(tb testing.TB, domain, value string, r row) {
	tb.Helper()
	number, err := strconv.Atoi(value)
	if err != nil {
		tb.Fatal(err)
	}
	if t[domain] == nil {
		t[domain] = map[int]row{}
	}
	if _, dup := t[domain][number]; dup {
		tb.Fatalf("%s %d is there twice", domain, number)
	}
	t[domain][number] = r
}

func readCatalogue(tb testing.TB) table {
	tb.Helper()
	text, err := os.ReadFile("catalog.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	t := table{}
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != 6 {
			tb.Fatalf("not 6 cells: %q", line)
		}
		t.add(tb, cells[0], cells[1], row{name: cells[2], retry: cells[3], description: cells[4]})
	}
	return t
}

// readVendorPage reads the page as it was copied from a browser: the tables have lost their
// columns, so that the number is glued to the description.
func readVendorPage(tb testing.TB) table {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "error-codes.txt"))
	if err != nil {
		tb.Fatal(err)
	}
	sections := map[string]string{
		"Response Codes": "response",
		"Reason Codes":   "reason",
		"Manage WhatsApp Template Response Codes": "template",
	}
	line := regexp.MustCompile(`^(\d+)(\D.*)$`)
	t := table{}
	domain := ""
	for text := range strings.Lines(string(text)) {
		text = strings.TrimSuffix(text, "\n")
		if section, ok := sections[text]; ok {
			domain = section
		} else if match := line.FindStringSubmatch(text); match != nil && domain != "" {
			t.add(tb, domain, match[1], row{description: match[2]})
		} else if domain != "" && text != "" && !strings.HasSuffix(text, "CodeDescription") {
			tb.Errorf("the vendor's page: what is %q?", text)
		}
	}
	return t
}

func TestCounts(t *testing.T) {
	for source, table := range map[string]table{"catalogue": readCatalogue(t), "vendor's page": readVendorPage(t)} {
		if len(table) != len(documented) {
			t.Errorf("%s: %d domains, want %d", source, len(table), len(documented))
		}
		for domain, want := range documented {
			if got := len(table[domain]); got != want {
				t.Errorf("%s: %d codes in domain %s, want %d", source, got, domain, want)
			}
		}
	}
	for _, d := range domains {
		if got := len(d.values); got != documented[d.name] {
			t.Errorf("package: %d codes in domain %s, want %d", got, d.name, documented[d.name])
		}
	}
}

func TestCatalogueHasTheVendorsWords(t *testing.T) {
	vendor, catalogue := readVendorPage(t), readCatalogue(t)
	for domain, rows := range vendor {
		for value, want := range rows {
			if got := catalogue[domain][value].description; got != want.description {
				t.Errorf("%s %d: the catalogue says %q, the vendor %q", domain, value, got, want.description)
			}
		}
	}
}

func TestMethodsSayWhatTheCatalogueSays(t *testing.T) {
	catalogue := readCatalogue(t)
	for _, d := range domains {
		for i, value := range d.values {
			if i > 0 && d.values[i-1] >= value {
				t.Errorf("%s: %d comes after %d", d.name, value, d.values[i-1])
			}
			want, ok := catalogue[d.name][value]
			if !ok {
				t.Errorf("%s %d is not in the catalogue", d.name, value)
				continue
			}
			got := d.facts(value)
			if got.name != want.name || got.description != want.description || got.retry.String() != want.retry {
				t.Errorf("%s %d is %+v, the catalogue has %+v", d.name, value, got, want)
			}
		}
	}
}

func TestConstants(t *testing.T) {
	catalogue := readCatalogue(t)
	for _, d := range domains {
		constants := readConstants(t, d.name+"_gen.go", d.typ)
		if len(constants) != documented[d.name] {
			t.Errorf("%d constants of type %s, want %d", len(constants), d.typ, documented[d.name])
		}
		for value, row := range catalogue[d.name] {
			constant, ok := constants[d.prefix+row.name]
			if !ok {
				t.Errorf("there is no constant %s%s", d.prefix, row.name)
				continue
			}
			if constant.value != value {
				t.Errorf("%s%s is %d, want %d", d.prefix, row.name, constant.value, value)
			}
			for _, want := range []string{d.label + " " + strconv.Itoa(value), row.description, "[Retry"} {
				if !strings.Contains(constant.doc, want) {
					t.Errorf("%s%s: the comment doesn't say %q:\n%s", d.prefix, row.name, want, constant.doc)
				}
			}
		}
	}
}

type constant struct {
	value int
	doc   string // on one line
}

// readConstants reads the constants of a type from the source: what the compiler sees, not what
// the tables behind the methods say.
func readConstants(t *testing.T, file, typ string) map[string]constant {
	t.Helper()
	syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	constants := map[string]constant{}
	ast.Inspect(syntax, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if ident, ok := spec.Type.(*ast.Ident); !ok || ident.Name != typ {
			return true
		}
		value, err := strconv.Atoi(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Error(err)
		}
		constants[spec.Names[0].Name] = constant{value, strings.Join(strings.Fields(spec.Doc.Text()), " ")}
		return true
	})
	return constants
}

func TestNoDependencies(t *testing.T) {
	allowed := map[string]bool{"iter": true, "strconv": true} // fmt and encoding/json are heavy
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range syntax.Imports {
			if path, _ := strconv.Unquote(spec.Path.Value); !allowed[path] {
				t.Errorf("%s imports %s", file, path)
			}
		}
	}
}
