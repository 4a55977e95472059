// Package doubts knows where a program may know more of a code than code flow does: that a code could still be a
// success there is then no ground to speak.
//
//   - failure.go: a code that is part of an error, or of a panic; called.go: of what is called after failures; refused.go: of what is decoded for failures alone; beside.go: of a reply that came along with one
//   - kept.go: a variable that keeps a failure if there was one; state.go: a code that a value of the program's keeps
//     beside what says whether there is one; made.go, filled.go: of what the program only makes of failures; stores.go: what is
//     stored in fields
//   - together.go: a condition about two codes, which leaves open what it says of one; or one beside what has the code in it
//   - copies.go: what holds of one holds of its copies
//   - vain.go, answers.go: a condition of which code flow makes nothing, as about what a function has made of the code; source.go: one about what became a code only then
//   - gathered.go, built.go: a code out of what the program gathers, which code flow does not follow
package doubts

import (
	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/mentions"
)

// Doubts are those about the codes of one package.
type Doubts struct {
	pass     *analysis.Pass
	bindings *binding.Result
	flow     *codeflow.Result
	mentions *mentions.Index
	stores   *stores // see storesOf
}

// New returns the doubts about a pass's codes, whose check requires binding and code flow.
func New(pass *analysis.Pass) *Doubts {
	return &Doubts{
		pass:     pass,
		bindings: pass.ResultOf[binding.Analyzer].(*binding.Result),
		flow:     pass.ResultOf[codeflow.Analyzer].(*codeflow.Result),
		mentions: mentions.New(pass.TypesInfo),
	}
}
