package missedcode

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A reason is why a dispatch is reported.
type reason int

const (
	noDefault    reason = iota // nothing is said about the rest
	emptyDefault               // the default does nothing
	zeroFollows                // what follows only returns zero values
	mixedFollows               // what follows is for success, too
	mixedDefault               // the default is for success, too
	notNamed                   // defaults do not count
	markedSwitch               // neither, as the switch is marked
)

// A finding is a dispatch that forgets codes.
type finding struct {
	reason reason
	missed []domain.Member // of mixedDefault: the success codes
	others []domain.Member // of mixedDefault: what falls in with them
	follow *ast.ReturnStmt // of zeroFollows
}

// assess decides whether a dispatch says what happens to every code.
func (c *checker) assess(d *dispatch) (finding, bool) {
	marked := d.kind == aSwitch && c.directives.Exhaustive(d.node)
	if !marked && c.isSet(d) {
		return finding{}, false
	}
	rest, ok := c.left(d)
	if !ok {
		return finding{}, false
	}
	if len(d.path) > 1 && c.doubts.AskedTogether(d.path[1], d.code) || !marked && c.ofFailure(d) {
		rest = slices.DeleteFunc(rest, domain.Member.IsSuccess)
	}
	rest = slices.DeleteFunc(rest, func(m domain.Member) bool { return m.IsSuccess() && !marked && c.askedBefore(d, m.Text) })
	if marked || c.settings.Default.String() == string(Never) {
		why := notNamed
		if marked {
			why = markedSwitch
		}
		return finding{reason: why, missed: rest}, len(rest) > 0
	}
	f := finding{missed: rest}
	switch means := c.defaultOf(d); {
	case (!means.explicit || means.empty) && (c.handsOn(d, rest) || c.hearsNo(d, rest)):
		return finding{}, false
	case c.settings.Default == Always:
		if means.explicit || !nothing(means.follows) || means.given {
			return finding{}, false
		}
		f.reason = noDefault
	case means.explicit && !means.empty:
		return c.mixed(d, rest)
	case !nothing(means.follows) && !c.onlyZero(means.follows), means.given:
		if !hasSuccess(rest) || c.separates(d, means.follows, rest) || means.given && (c.separates(d, means.givenBy, rest) || c.madeOfCode(d, means.givenBy) || c.writeCode(d, means.givenBy)) {
			return finding{}, false
		}
		f.reason = mixedFollows
	case means.empty:
		f.reason = emptyDefault
	case c.onlyZero(means.follows):
		f.reason = zeroFollows
		f.follow = unlabelled(means.follows[0]).(*ast.ReturnStmt)
	}
	return f, hasFailure(rest)
}

// A defaultKind is what can speak for the codes without a branch.
type defaultKind struct {
	explicit bool // a default or else
	empty    bool // which does nothing
	follows  []ast.Stmt
	given    bool // what the cases assign has a value without them
	givenBy  []ast.Stmt
}

func (c *checker) defaultOf(d *dispatch) defaultKind {
	var means defaultKind
	if d.otherwise != nil {
		means.explicit = true
		means.empty = doesNothing(d.otherwise.body)
	}
	if !means.explicit || means.empty {
		if c.allLeave(d) {
			means.follows = d.follows()
		}
		if means.givenBy, means.given = c.preset(d); !means.given {
			means.givenBy, means.given = c.afterwards(d)
		}
		if !means.given {
			means.givenBy, means.given = c.saidBeside(d)
		}
		if !means.given && nothing(means.follows) && c.allLeave(d) {
			means.givenBy, means.given = c.inTheEnd(d)
		}
	}
	return means
}

// mixed judges a default that does something: it must not take success together
// with failures, not even by a fallthrough.
func (c *checker) mixed(d *dispatch, rest []domain.Member) (finding, bool) {
	if !hasFailure(rest) {
		return finding{}, false
	}
	f := finding{reason: mixedDefault}
	for _, m := range rest {
		if m.IsSuccess() {
			f.missed = append(f.missed, m)
		} else {
			f.others = append(f.others, m)
		}
	}
	f.missed = append(f.missed, c.fallingSuccess(d)...)
	if len(f.missed) == 0 {
		return finding{}, false
	}
	body := d.otherwise.body
	if c.stays(d, body) {
		body = append(body[:len(body):len(body)], d.follows()...)
	} else {
		body = append(body[:len(body):len(body)], d.leadsTo(body)...)
	}
	return f, !c.separates(d, body, slices.Concat(f.missed, f.others))
}

// ofFailure reports whether a dispatch's code is part of an error, or came along with one, or is part of what the program
// keeps of a failure, so that success does not get there.
func (c *checker) ofFailure(d *dispatch) bool {
	return len(d.path) > 1 && (c.doubts.OfFailure(d.path[1], d.code) ||
		c.doubts.KeptState(d.path[1], d.code) ||
		c.doubts.BesideFailure(d.path[1], d.code, d.node) ||
		c.gathered(d))
}

// askedBefore reports whether a condition above a dispatch may have dealt with a success code, though nobody else can tell;
// or one in it that asks what the code was made of.
func (c *checker) askedBefore(d *dispatch, success string) bool {
	return len(d.path) > 1 && (c.doubts.AskedInVain(d.path[1], d.code, success, d.node.Pos()) ||
		c.doubts.SourceAsked(d.path[1], d.code, success, d.node.End()) ||
		c.doubts.KeptFailure(d.path[1], d.code, success) ||
		c.doubts.AskedBeside(d.code) ||
		c.doubts.MadeOfFailures(d.path[1], d.code, success) || c.callersAsk(d, success))
}

// fallingSuccess returns the success codes whose cases fall through to the default.
func (c *checker) fallingSuccess(d *dispatch) []domain.Member {
	if d.kind != aSwitch || d.otherwise.clause == nil {
		return nil
	}
	var all []domain.Member
	for _, b := range d.branches {
		clause := b.clause
		for clause != nil && clause != d.otherwise.clause && fallsThrough(clause.Body) {
			clause = nextClause(d, clause)
		}
		if clause != d.otherwise.clause {
			continue
		}
		for _, m := range d.value.Domain.Members() {
			if m.IsSuccess() && c.branchTakes(d, b, m) {
				all = append(all, m)
			}
		}
	}
	return all
}

// branchTakes reports whether a code gets into a branch of its own.
func (c *checker) branchTakes(d *dispatch, b branch, m domain.Member) bool {
	for _, test := range b.tests {
		if d.tag == nil {
			if c.holds(d, test, m.Text) == syntax.True {
				return true
			}
		} else if text, ok := c.caseText(test); ok && text == m.Text {
			set, known := c.flow.At(d.tag)
			return !known || set.Has(m.Text)
		}
	}
	return false
}

func hasSuccess(list []domain.Member) bool {
	for _, m := range list {
		if m.IsSuccess() {
			return true
		}
	}
	return false
}

func hasFailure(list []domain.Member) bool {
	for _, m := range list {
		if !m.IsSuccess() {
			return true
		}
	}
	return false
}

// doesNothing reports whether a default says nothing: it is empty, or breaks.
func doesNothing(body []ast.Stmt) bool {
	for _, s := range body {
		switch s := s.(type) {
		case *ast.EmptyStmt:
		case *ast.BranchStmt:
			if s.Tok != token.BREAK || s.Label != nil {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// unlabelled returns a statement without its labels.
func unlabelled(s ast.Stmt) ast.Stmt {
	for {
		l, ok := s.(*ast.LabeledStmt)
		if !ok {
			return s
		}
		s = l.Stmt
	}
}

// nothing reports whether what follows a dispatch is none: it only returns, or
// goes round.
func nothing(follows []ast.Stmt) bool {
	if len(follows) == 0 {
		return true
	}
	switch s := unlabelled(follows[0]).(type) {
	case *ast.ReturnStmt:
		return len(s.Results) == 0
	case *ast.BranchStmt:
		return true
	}
	return false
}

// onlyZero reports whether what follows a dispatch returns nothing but zero values.
func (c *checker) onlyZero(follows []ast.Stmt) bool {
	if len(follows) == 0 {
		return false
	}
	ret, ok := unlabelled(follows[0]).(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	for _, e := range ret.Results {
		if !c.isZero(e) {
			return false
		}
	}
	return true
}
