package render

import (
	"encoding/json"
	"io"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

// JSON writes the tree as go vet writes that of one package.
func JSON(w io.Writer, tree govet.Tree) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "\t")
	return enc.Encode(tree)
}
