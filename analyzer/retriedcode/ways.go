package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// What a way back is depends on the others to the same place: where a failure goes
// back by one, and success by another, nothing is tried until it succeeds. That is
// a poll, as of a message's state.
//
//	switch r.Code {
//	case codes.ResponseThrottlingRateExceeded:
//		goto again
//	case codes.ResponseSuccess:
//		if r.State == "pending" {
//			goto again
//		}
//	}

// polls reports whether what is no failure goes back for the same request by
// another way than r; in a domain without a success, whether what does not go back
// by r does by another.
func (c *checker) polls(rounds []points.Round, r points.Round, o points.Source) bool {
	call := o.Call
	left := make(map[string]bool) // what leaves by every way
	success := false
	for _, m := range o.Domain.Members() {
		if m.IsSuccess() {
			success = true
		}
		left[m.Text] = !o.Codes.Has(m.Text)
	}
	for _, w := range rounds {
		if call.Pos() < w.Region.From || call.End() > w.Region.To {
			continue
		}
		for _, at := range c.alongside(r, w) {
			if !at.Reachable() || !c.requests.Same(call, w.Region) {
				continue
			}
			for _, s := range at.Origins() {
				if !s.Is(o) {
					continue
				}
				for _, m := range s.Domain.Members() {
					if !s.Codes.Has(m.Text) {
						continue
					}
					if m.IsSuccess() {
						return true
					}
					left[m.Text] = false
				}
			}
		}
	}
	if success {
		return false
	}
	for _, leaves := range left {
		if leaves {
			return false
		}
	}
	return true
}

// alongside returns the points at which another way goes back to where r does. A
// loop within a loop is left by a success that goes round the outer one, unless it
// says so itself: continue outer.
func (c *checker) alongside(r, w points.Round) []points.Point {
	if w.Node == r.Node {
		return nil
	}
	if points.Within(w.Node, r.Region) || w.Region.From == r.Region.From {
		return []points.Point{w.At(c.Package)}
	}
	loop, isLoop := w.Node.(ast.Stmt)
	if !isLoop || !points.IsLoopStmt(loop) || !points.Within(r.Node, w.Region) {
		return nil
	}
	if r.Category == "goto" && c.begins(w.Region, r.Region.From) {
		return []points.Point{w.At(c.Package)}
	}
	var all []points.Point
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		jump, ok := n.(*ast.BranchStmt)
		if ok && jump.Tok == token.CONTINUE && points.Within(jump, r.Region) && c.continues(jump) == loop {
			all = append(all, c.Back(jump))
		}
	})
	return all
}

// begins reports whether nothing is done in a round before a position, not even
// waited for a tick.
func (c *checker) begins(reg requests.Region, pos token.Pos) bool {
	nothing := true
	if loop, ok := reg.Node.(*ast.RangeStmt); ok {
		if t := c.pass.TypesInfo.TypeOf(loop.X); t != nil {
			_, receives := t.Underlying().(*types.Chan)
			nothing = !receives
		}
	}
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		if n.Pos() < reg.From || n.Pos() >= pos {
			return
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			nothing = false
		case *ast.UnaryExpr:
			nothing = nothing && n.Op != token.ARROW
		}
	})
	return nothing
}

// continues returns the loop that a continue goes on with.
func (c *checker) continues(jump *ast.BranchStmt) ast.Stmt {
	var loop ast.Stmt
	for _, f := range c.pass.Files {
		if f.FileStart > jump.Pos() || jump.Pos() >= f.FileEnd {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil || jump.Pos() < n.Pos() || n.End() < jump.End() {
				return false
			}
			switch n := n.(type) {
			case *ast.FuncLit:
				loop = nil
			case *ast.LabeledStmt:
				if jump.Label != nil && n.Label.Name == jump.Label.Name {
					loop = n.Stmt
					return false
				}
			case *ast.ForStmt, *ast.RangeStmt:
				if jump.Label == nil {
					loop = n.(ast.Stmt)
				}
			}
			return true
		})
	}
	return loop
}
