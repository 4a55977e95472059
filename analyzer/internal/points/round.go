package points

import (
	"go/ast"
	"go/token"

	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
)

// A Round is a way back to where a function has been before.
type Round struct {
	Category string
	Pos, End token.Pos // what is reported
	Subject  string    // the message's first words
	Node     ast.Node  // the loop, goto or call
	Region   requests.Region
	At       func(*Package) Point // just before it goes back
	Asks     func() bool          // whether it makes the same request at all
	Gives    bool                 // the node gives a message back, for another call or round
}

// Within reports whether a node is in a region.
func Within(n ast.Node, reg requests.Region) bool { return reg.From <= n.Pos() && n.End() <= reg.To }

// IsLoopStmt reports whether a statement is a loop.
func IsLoopStmt(s ast.Stmt) bool {
	switch s.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		return true
	}
	return false
}

// InHead reports whether a node is in the head of the loop that a region is.
func InHead(reg requests.Region, n ast.Node) bool {
	switch reg.Node.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		return reg.Node.Pos() <= n.Pos() && n.End() <= reg.Node.End()
	}
	return false
}
