package syntax

import "go/ast"

// An AtDepth is the key of a memo for a bounded descent into functions: an answer found at one depth is not
// valid at a smaller one, where the bound is further away. Without a memo, functions that call many others,
// which call many others, take for ever.
type AtDepth struct {
	Decl  *ast.FuncDecl
	Depth int // how many calls the function is away from the one that is asked about
}
