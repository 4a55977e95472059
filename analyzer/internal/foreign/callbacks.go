package foreign

import (
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Formatting are the methods that are called by what prints, logs or encodes.
var Formatting = []string{
	"String", "Error", "Format", "GoString", "MarshalJSON", "MarshalJSONTo", "MarshalText", "MarshalBinary", "AppendText", "AppendBinary",
	"MarshalXML", "MarshalXMLAttr", "MarshalYAML", "MarshalTOML", "MarshalBSON", "MarshalBSONValue", "MarshalMsgpack", "EncodeMsgpack", "MarshalCBOR",
	"GobEncode", "EncodeValues", "Value", "LogValue", "MarshalLogObject", "MarshalLogArray", "MarshalZerologObject", "MarshalZerologArray",
}

// Filling are the methods that are called by what decodes, or scans.
var Filling = []string{
	"UnmarshalJSON", "UnmarshalJSONFrom", "UnmarshalText", "UnmarshalBinary", "UnmarshalXML", "UnmarshalXMLAttr", "UnmarshalYAML", "UnmarshalTOML",
	"UnmarshalBSON", "UnmarshalBSONValue", "UnmarshalMsgpack", "DecodeMsgpack", "UnmarshalCBOR", "GobDecode", "Scan", "UnmarshalParam",
}

// searching are the methods that are called by what looks into errors, by its name in package errors.
var searching = map[string][]string{
	"Is": {"Is", "Unwrap"}, "As": {"As", "Unwrap"}, "AsType": {"As", "Unwrap"}, "Unwrap": {"Unwrap"},
}

// Searching returns the methods that a function calls which looks into errors, nil for any other function.
func Searching(fn *types.Func) []string { return searching[syntax.ErrorsFunction(fn)] }

// Callbacks are what the functions of a package call of what others there have been handed before: a logger its handler.
type Callbacks struct {
	types   string   // the path of the types by which such methods are known, or of the folder that has them
	Methods []string // which are called
}

// CallbacksOf returns what the functions of a package call so, if they do.
func CallbacksOf(pkg *types.Package) (k Callbacks, ok bool) {
	k, ok = callingBack[pkg.Path()]
	return k, ok
}

var callingBack = map[string]Callbacks{
	"log":                        {"log", []string{"Write"}},
	"log/slog":                   {"log/slog", []string{"Handle", "Enabled", "WithAttrs", "WithGroup", "Level", "Write"}},
	"go.uber.org/zap":            {"go.uber.org/zap", []string{"Write", "Sync", "Check", "With", "Enabled", "Level", "Clone"}},
	"github.com/rs/zerolog":      {"github.com/rs/zerolog", []string{"Run", "Write", "WriteLevel", "Sample"}},
	"github.com/rs/zerolog/log":  {"github.com/rs/zerolog", []string{"Run", "Write", "WriteLevel", "Sample"}},
	"github.com/sirupsen/logrus": {"github.com/sirupsen/logrus", []string{"Fire", "Levels", "Format", "Write"}},
	"github.com/prometheus/client_golang/prometheus": {"github.com/prometheus", []string{"Collect", "Describe", "Write", "Observe"}},
}

// MentionedBy reports whether a function takes or gives something of the types by which such methods are known.
func (k Callbacks) MentionedBy(sig *types.Signature) bool {
	for _, tuple := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range tuple.Variables() {
			t := v.Type()
			if ch, ok := t.(*types.Chan); ok {
				t = ch.Elem()
			}
			if named, ok := syntax.NamedIn(t).(*types.Named); ok && named.Obj().Pkg() != nil {
				if path := named.Obj().Pkg().Path(); path == k.types || strings.HasPrefix(path, k.types+"/") {
					return true
				}
			}
		}
	}
	return false
}
