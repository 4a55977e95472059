package retriedcode_test

import (
	"go/ast"
	"go/token"
	"go/types"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/retriedcode"
	"github.com/errcodelint/errcodelint/codes"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// TestProof runs the programs against a stand-in for the API that answers every
// code, and compares how often each has sent its message with what the check says
// of it: what is reported is sent again, and what is not is sent once.
//
// A program is an exported function that sends a message, or creates a template, and
// what is declared between it and the next one. What is said of a variable of a
// shared package is said of the programs that mention it.
func TestProof(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: this builds and runs whole programs")
	}
	dir := testprograms.Dir(t)
	claims := make(map[string]*claim)
	programs(t, dir, "", claims, "./retriedcode/...")
	counts := run(t, dir)
	args := []string{}
	for _, name := range append(slices.Clone(light), "k8s") {
		lib := testprograms.Libraries(t, name)
		programs(t, lib, name+"/", claims, "./...")
		args = append(args, lib)
	}
	for name, n := range run(t, dir, args...) {
		counts[name] = n
	}

	reported := 0
	for name, c := range claims {
		sent, ok := counts[name]
		if !ok {
			t.Errorf("%s: not run; add it to the list of programs that are", name)
			continue
		}
		if sent[c.success()] > 1 && len(c.messages) == 0 {
			continue // sends more than one message
		}
		if differs[name] {
			continue
		}
		again := c.sentAgain(sent)
		if !c.agrees(again) {
			t.Errorf("%s: sends again for %d codes of class never; reported: %q", name, len(again), c.messages)
		}
		if once := c.sentOnce(sent); len(once) > 0 {
			t.Errorf("%s: does not send again for %q; reported: %q", name, once, c.messages)
		}
		if len(again) > 0 {
			reported++
		}
	}
	if len(claims) < 100 || reported < 50 {
		t.Errorf("%d programs, %d of them with something to report: too few to tell anything", len(claims), reported)
	}
}

// differs are the programs whose second request is another one, which the count
// of requests cannot tell.
var differs = map[string]bool{
	"others.ElementClient":          true, // another client's line
	"others.ElementRange":           true,
	"bulk.Senders":                  true, // from another sender
	"backlog.TogetherOther":         true,
	"backlog.TwiceOther":            true, // with another text
	"backlog.ByIndexOther":          true, // with another text
	"bulk.Corrected":                true, // to another number
	"bulk.Shortened":                true, // with another text
	"others.RecipientFirst":         true, // to another number
	"others.RecipientRounds":        true,
	"others.ElementTail":            true,
	"envelopes.SubmittedOnce":       true, // to nobody
	"enclosed.Nobody":               true, // from nobody
	"enclosed.Client":               true, // by another client
	"enclosed.Signed":               true, // with another text
	"enclosed.Senders":              true, // from another sender
	"wards.Forgets":                 true, // with another token, for some codes
	"wards.ForgetsElsewhere":        true,
	"predicates.AskedSender":        true, // from nobody
	"others.AliasedPart":            true, // with another text
	"others.AliasedList":            true, // to another number
	"others.AliasedFilled":          true, // from another sender
	"others.Grown":                  true, // with another text
	"others.PackageSender":          true, // from another sender
	"others.PackageWithin":          true, // from another sender
	"others.HostsAtomic":            true, // another host
	"others.HostsTurn":              true,
	"others.HostsRotate":            true,
	"others.Balanced":               true,
	"others.BalancedHere":           true,
	"others.Typed":                  true, // another text
	"others.TurnNumber":             true, // from another sender
	"helpers.Spread":                true,
	"helpers.NumberedSender":        true,
	"helpers.Turns":                 true,
	"others.TurnAsked":              true,
	"others.TurnRecursive":          true,
	"others.TurnSkipped":            true,
	"others.TurnNamed":              true,
	"others.TurnPlain":              true,
	"filled.Renewing":               true, // with another token
	"others.MovedSender":            true, // from another sender
	"others.MovedClient":            true, // by another client
	"others.MovedField":             true, // from another sender
	"others.MovedInterface":         true,
	"others.TurnClosure":            true,
	"others.TurnCalled":             true,
	"others.TurnFilled":             true, // with another text
	"others.TurnPointer":            true,
	"backoff/ended.OtherSender":     true,
	"backoff/ended.OtherFields":     true,
	"retrygo/asked.Renewed":         true,
	"retrygo/asked.Relogged":        true, // with another token, for one code
	"retrygo/asked.ReloggedPassing": true,
	"retrygo/asked.ReloggedInside":  true,
	"prepaid.Renewed":               true, // with another token
	"others.ContentToken":           true, // with another token
	"others.ContentHeader":          true,
	"others.ContentSender":          true, // from another sender
	"others.ContentKey":             true, // with another text
	"kept.BooksSender":              true,
	"kept.BooksMessage":             true, // to another number
	"kept.BooksKey":                 true, // from another sender
	"bound.Senders":                 true,
	"others.ContextSenders":         true,
	"others.ContextHelper":          true,
	"others.Alternative":            true, // from another sender
	"others.VariableWays":           true,
	"others.ContextPremium":         true,
	"others.ContextNext":            true,
	"others.ContextLate":            true,
	"others.GatedRenewed":           true,
	"others.MomentLoaded":           true, // by the settings of the moment
	"others.MomentLocked":           true,
	"others.MomentListed":           true,
	"others.RandomSender":           true,
	"others.RandomClient":           true,
	"pressed.Button":                true, // because somebody wants it
	"pressed.Selected":              true,
	"pressed.Confirmed":             true,
	"pressed.Approved":              true,
	"pressed.ApprovedOnce":          true, // for one code
	"pressed.Changed":               true,
	"flows.Normalized":              true, // with another number
	"flows.Shortened":               true, // with another text
	"shop.Fallback":                 true, // from another sender
	"builders.FilledOther":          true, // from another sender
	"builders.FilledLess":           true, // from nobody
	"builders.FilledKept":           true, // from nobody
	"builders.FilledRange":          true, // from another sender
	"builders.FilledMoved":          true, // from another sender
	"builders.FilledTaken":          true, // from another sender
	"builders.Sender":               true, // from another sender
	"builders.Numbered":             true, // from another sender
	"builders.NumberedAgain":        true, // from another sender
	"builders.Text":                 true, // with another text, for one code
	"builders.Spam":                 true, // the same
	"accounts.Loop":                 true, // with another token
	"accounts.Asked":                true,
	"accounts.Queue":                true,
	"requeue.Sender":                true, // from another sender
	"named.Sender":                  true,
	"requeue.Rewritten":             true, // with another text
	"requeue.LaterPlain":            true, // from nobody
	"requeue.HandedRewritten":       true,
	"inline.TransportSigned":        true, // with another token
	"inline.CircleToken":            true,
	"inline.TokenHeader":            true,
	"inline.TokenGetter":            true,
	"inline.TokenBody":              true,
	"inline.TokenQuery":             true,
	"ports.RenewedToken":            true,
	"ports.RenewedClient":           true,
	"ending.MachineApproved":        true, // because somebody wants it
	"ending.MachineOther":           true, // from another sender
	"held.Rotated":                  true, // from another sender
	"held.RotatedField":             true,
	"held.RotatedLiteral":           true,
	"held.Renewed":                  true,
	"held.Bound":                    true, // by another client
	"held.Turned":                   true,
	"held.TurnedField":              true,
	"held.RotatedHanded":            true,
	"held.RotatedWithin":            true,
	"held.RotatedGiven":             true,
	"backlog.Other":                 true, // from another sender
	"backlog.Rewritten":             true,
	"backlog.Hosts":                 true, // by another host
	"backlog.AttemptsRewritten":     true, // with another text
	"requeue.SharedSender":          true,
	"requeue.SharedTurn":            true,
	"requeue.Rerouted":              true,
	"loops.TakenBackChanged":        true, // from nobody
	"relayed.WithinOthers":          true, // from another sender
	"decorated.Others":              true, // to another number
	"requeue.LaterNumbersShort":     true, // with another text
	"requeue.LaterMadeShort":        true,
	"workers.Refresh":               true, // with another token
	"awaited.Hosts":                 true, // from another sender
	"awaited.Sender":                true,
	"kept.StepsOthers":              true, // from another sender
	"awaited.PromisedSenders":       true, // from another sender
	"awaited.PoolText":              true, // another request
	"awaited.PoolSender":            true, // another request
	"awaited.PoolShortened":         true,
	"visits.Function":               true, // with another token
	"visits.Method":                 true, // with another token
	"visits.Direct":                 true, // with another token
	"backlog.RecipientsNamed":       true, // with another text
	"workers.RefreshArgument":       true, // with another token
	"chained.Each":                  true, // to another number
	"chained.InsideTurned":          true, // from another sender
	"chained.InsideTurning":         true,
	"chained.ChainTurned":           true,
	"chained.LoopTurned":            true,
	"chained.LoopTurning":           true,
	"awaited.ErrGroupSenders":       true, // from another sender
	"templates.Renamed":             true, // by another name
	"templates.CreateAll":           true,
	"loops.HandedTurn":              true, // from another sender
	"loops.HandedPlain":             true, // with another text
	"loops.HandedGroup":             true, // to another number
}

// shared are the packages that have no programs: they are there for the others.
var shared = map[string]bool{"api": true, "agency": true, "turns": true, "client": true, "retrying": true, "policy": true, "verdicts": true, "retryutil": true, "failures": true, "portal": true, "transient": true, "metrics": true, "attempts": true, "service": true, "courier": true, "lists": true, "shelf": true, "postbox": true, "session": true, "studio": true, "warden": true, "keeper": true}

// A claim is what the check says of a program.
type claim struct {
	domain   *domain.Domain // of the codes that the program gets
	messages []string
}

var (
	single = regexp.MustCompile(`^(\d+) \w+ (\([^)]*\) )?is of class never`)
	many   = regexp.MustCompile(`for ((?:\d+ \w+(?:, )?)+)( and (\d+) more)? of class never`)
	fix    = regexp.MustCompile(`for ((?:\d+ \w+(?:, )?)+)(?: and \d+ more)? of class fix`)
	number = regexp.MustCompile(`(\d+) \w+`)
)

// success returns the code that says that all went well, or what stands for none.
func (c *claim) success() string {
	for _, m := range c.domain.Members() {
		if m.IsSuccess() {
			return m.Text
		}
	}
	return "absent"
}

// sentAgain returns the codes of class never after which a program has sent again.
func (c *claim) sentAgain(sent map[string]int) []domain.Member {
	var again []domain.Member
	for _, m := range c.domain.Members() {
		if m.Retry == codes.RetryNever && sent[m.Text] > 1 {
			again = append(again, m)
		}
	}
	return again
}

// sentOnce returns the codes of class fix that are reported, though a program has not sent again after them. Others, for which
// something is done before that, are not reported.
func (c *claim) sentOnce(sent map[string]int) []string {
	var once []string
	for _, m := range c.messages {
		if s := fix.FindStringSubmatch(m); s != nil {
			for _, n := range number.FindAllStringSubmatch(s[1], -1) {
				if sent[n[1]] <= 1 {
					once = append(once, n[1])
				}
			}
		}
	}
	return once
}

// agrees reports whether the messages name these codes, as far as they name codes
// and not just count them.
func (c *claim) agrees(again []domain.Member) bool {
	var named []string
	more := 0
	for _, m := range c.messages {
		if s := single.FindStringSubmatch(m); s != nil {
			named = append(named, s[1])
		} else if s := many.FindStringSubmatch(m); s != nil {
			for _, n := range number.FindAllStringSubmatch(s[1], -1) {
				named = append(named, n[1])
			}
			n, _ := strconv.Atoi(s[3])
			more += n
		}
	}
	if len(named)+more != len(again) {
		return false
	}
	for _, text := range named {
		if !slices.ContainsFunc(again, func(m domain.Member) bool { return m.Text == text }) {
			return false
		}
	}
	return true
}

// programs adds what the check says of the programs of some packages.
func programs(t analysistest.Testing, dir, prefix string, claims map[string]*claim, patterns ...string) {
	if t, ok := t.(testing.TB); ok {
		t.Helper()
	}
	results := analysistest.Run(t, dir, retriedcode.Analyzer, patterns...)
	causes := make(map[string][]string) // what is said of variables that others ask, by package and name
	for _, r := range results {
		if shared[r.Pass.Pkg.Name()] {
			for _, d := range r.Diagnostics {
				v := variableAt(r.Pass, d.Pos)
				if v == "" {
					t.Errorf("%v: %s: reported of no variable", r.Pass.Fset.Position(d.Pos), d.Message)
				}
				causes[v] = append(causes[v], d.Message)
			}
		}
	}
	for _, r := range results {
		if shared[r.Pass.Pkg.Name()] {
			continue
		}
		type program struct {
			pos  int
			file string
			*claim
		}
		var all []program
		for _, file := range r.Pass.Files {
			for _, d := range file.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok || fn.Recv != nil || !fn.Name.IsExported() {
					continue
				}
				about := answered(r.Pass.TypesInfo.Defs[fn.Name].(*types.Func).Signature())
				if about == nil {
					continue
				}
				name := prefix + r.Pass.Pkg.Name() + "." + fn.Name.Name
				at := r.Pass.Fset.Position(fn.Pos())
				claims[name] = &claim{about, causesIn(r.Pass, fn, causes)}
				all = append(all, program{at.Line, at.Filename, claims[name]})
			}
		}
		for _, d := range r.Diagnostics {
			at := r.Pass.Fset.Position(d.Pos)
			var owner *claim
			for _, p := range all {
				if p.file == at.Filename && p.pos <= at.Line {
					owner = p.claim
				}
			}
			if owner == nil {
				t.Errorf("%v: %s: reported before all programs", at, d.Message)
			} else {
				owner.messages = append(owner.messages, d.Message)
			}
		}
	}
}

// answered returns the domain of the codes that a program with a signature gets, nil for what is none.
func answered(sig *types.Signature) *domain.Domain {
	if sig.Params().Len() != 3 || sig.Results().Len() == 0 {
		return nil
	}
	given := types.TypeString(sig.Params().At(2).Type(), (*types.Package).Name)
	switch {
	case given == "api.Message" && sig.Results().Len() == 1:
		return domain.Response
	case given == "api.Template":
		return domain.Template
	}
	return nil
}

// variableAt returns the package's variable, by package and name, in whose declaration a position is; "" for none.
func variableAt(pass *analysis.Pass, pos token.Pos) string {
	for _, file := range pass.Files {
		for _, d := range file.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.VAR {
				continue
			}
			for _, spec := range decl.Specs {
				if spec.Pos() <= pos && pos < spec.End() {
					return pass.Pkg.Path() + "." + spec.(*ast.ValueSpec).Names[0].Name
				}
			}
		}
	}
	return ""
}

// causesIn returns what is said of the variables that a function mentions.
func causesIn(pass *analysis.Pass, fn *ast.FuncDecl, causes map[string][]string) []string {
	var messages []string
	ast.Inspect(fn, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := pass.TypesInfo.Uses[id].(*types.Var); ok && v.Pkg() != nil && v.Pkg() != pass.Pkg {
				messages = append(messages, causes[v.Pkg().Path()+"."+v.Name()]...)
			}
		}
		return true
	})
	return messages
}

// run runs the programs of a module, or of the modules of libraries, and returns
// how often each has asked, by name and code.
func run(t *testing.T, dir string, libraries ...string) map[string]map[string]int {
	t.Helper()
	cmd := exec.Command("go", append([]string{"run", "./retriedcode/prove"}, libraries...)...)
	cmd.Dir = filepath.FromSlash(dir)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	return testprograms.Sent(t, string(out))
}
