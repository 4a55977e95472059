package groundtruth

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var mutantRun = flag.String("mutants", "", "a regular expression of the mutants to run; each takes a minute at most")

// A mutant is the engine with one thing wrong: what is new stands for what is old,
// which the file has once.
type mutant struct {
	name, file, old, new string
}

// refinements are wrong in what a condition, or a call, says of a code. The rows
// of the rule tables follow, see rows.
var refinements = []mutant{
	{"==", "relate.go", "s := u.equals(y.val)\n", "s := u.equals(y.val)\n\t\ts.yes = u.all\n"},
	{"!=", "relate.go", "yes, no = c.equal(x, y)\n\t\treturn no, yes", "yes, no = c.equal(x, y)\n\t\treturn yes, no"},
	{"two codes", "relate.go", "return restrict(common, common)", "return restrict(common.union(left), right)"},
	{"two codes differ", "relate.go", "return u.all.minus(other)\n", "return u.all\n"},
	{"a number and its text", "relate.go", "\t\t\ts.no = u.all\n", ""},
	{"<", "relate.go", "ordered(c.op, y.val, c.text)", "ordered(token.LEQ, y.val, c.text)"},
	{"< of text", "relate.go", "ordered(c.op, y.val, c.text)", "ordered(c.op, y.val, false)"},
	{"< the other way round", "relate.go", "ordered(syntax.Mirrored(c.op)", "ordered(syntax.Mirrored(syntax.Mirrored(c.op))"},
	{"!", "conditions.go", "no, yes = f.decide(st, x.X)", "yes, no = f.decide(st, x.X)"},
	{"&&", "conditions.go", "yes, no = f.decide(first, x.Y)", "yes, no = first, first.clone()"},
	{"||", "conditions.go", "yes, no = f.decide(second, x.Y)", "yes, no = second, second.clone()"},
	{"a boolean that is kept", "conditions.go", "\tst.keep(remaining)\n\treturn remaining", "\treturn remaining"},
	{"switch", "flow.go", "return f.compare(st, s.Tag, f.tagValue(st, s), token.EQL, cond)", "return st, st.clone()"},
	{"switch keeps its tag", "execute.go", "\tst.put(f.tagOf(s), v)\n", ""},
	{"comma-ok of a table", "calls.go", "return []value{table.lookup(st, index), has[0]}", "return []value{table.lookup(st, index), isTrue}"},
	{"comma-ok", "calls.go", "first := orUnknown(v).conditioned(yes)", "first := orUnknown(v)"},
	{"a table", "tables.go", "rest = rest.intersect(s.no)", ""},
	{"a table's fields", "tables.go", "ok && id.Name == name {", "ok && id.Name != name {"},
	{"a join keeps what each way knew", "join.go", "c = c.narrow(s, m.on(st, s))", "c = c.narrow(s, s.universe.all)"},
	{"a join keeps what only one of the ways has", "join.go", " || st.mayBeAbsent(v, given)", ""},
	{"nil of Err", "percode.go", "success := u.class(codes.RetryNotNeeded)", "success := u.class(codes.RetryNever)"},
	{"a loop that goes round at least once", "solve.go", "out != nil && p[0] != int(entry.Index)", "out != nil && p[0] == int(entry.Index)"},
	{"a loop that may not go round at all", "atleast.go", "len(x.Elts) > 0", "true"},
	{"a search that goes on", "byhand.go", "if inside && (", "if false && inside && ("},
	{"a field that a search compares", "byhand.go", "h.elem, h.field = ast.Unparen(e), field", "h.elem, h.field = ast.Unparen(e), nil"},
	{"an error that is asked what it knows", "itself.go", "return a.in(st.held(v))", "return isTrue"},
	{"what a search has found", "byhand.go", "fits, _ := f.decide(at, h.cond)", "_, fits := f.decide(at, h.cond)"},
	{"what a search has not found", "byhand.go", "{ _, st = f.decide(at, h.cond) }", "{ st, _ = f.decide(at, h.cond) }"},
	{"a type switch's clause", "typeswitch.go", "f.assumeValue(st, clause.List[0], is, true)\n", "_ = is\n"},
	{"after a type switch's clause", "typeswitch.go", "f.assumeValue(st, t, f.isOf(st, x, v, t).ok, false)", "f.assumeValue(st, t, f.isOf(st, x, v, t).ok, true)"},
	{"a type assertion looks at the error alone", "errorsas.go", "case how == itself && !l.direct || ", "case !l.direct || "},
	{"an error that wraps is not what it wraps", "errorsas.go", "case how == itself && !l.direct || !l", "case !l"},
	{"the address of an error is another type", "boxed.go", "to.links[i].typ = t", "_, _ = i, t"},
	{"numbers that do not fit", "convert.go", "isNumeric(o.val) && !fits(o.val, t)", "false && !fits(o.val, t)"},
	{"codes that do not fit", "convert.go", "if !unfit.empty() {", "if false {"},
	{"what is given instead of a number", "convert.go", "\t\t\tif p.fails {\n\t\t\t\tp.other(", "\t\t\tif false {\n\t\t\t\tp.other("},
	{"verbs that may not fit", "../binding/transparent.go", "\t\t\treturn AnyText\n", "\t\t\treturn Zero\n"},
	{"methods Wire by hand", "../binding/transparent.go", "\tif decl == nil {\n\t\treturn true\n", "\tif true || decl == nil {\n\t\treturn true\n"},
	{"a number that is asked for again", "state.go", "\t\tst.drop(r)\n", "\t\t_ = r\n"},
	{"what a case does to the tag", "operands.go", "return known(out{}) //", "return nil //"},
	{"names of codes that have none", "relate.go", " || isUnsure(x.val, y.val)", ""},
	{"dynamic types", "relate.go", "if same && c.loose || isUnsure", "if isUnsure"},
	{"tables by dynamic keys", "tables.go", "if types.IsInterface(keys) {", "if false && types.IsInterface(keys) {"},
	{"verbs that wrap", "../syntax/format.go", "\t\tcase wanted:\n", "\t\tcase wanted, 'v':\n"},
	{"a pointer that was taken away", "compare.go", " && !f.replaced[root]", ""},
	{"what several answers leave of a code", "compare.go", "if !ok || st.dead || len(answers) < 2 {", "if ok || !ok {"},
	{"answers that are kept apart", "value.go", "have.out.like(o.out) && differInOne(have.cond, o.cond)", "have.out.like(o.out)"},
	{"an error that nobody has seen made is another one", "errorsas.go", "code[i].cond = o.cond.and(unseen, u.absent())", "_ = i"},
	{"below a pointer that is nil", "join.go", "v.isNil() {", "v.isNil() && false {"},
	{"below a pointer that may be nil", "join.go", "v.isNil() {", "len(v) > 0 {"},
	{"below a pointer that holds something under conditions", "join.go", " || l.isPointedTo() && len(v) > 0 && len(v[0].cond) > 0", ""},
	{"a code that ways tell apart", "join.go", " || m.isTold(l) {", " {"},
	{"a pointer that is not nil", "relate.go", "case isError, isPresent:", "case isError:"},
	{"what As finds is no success", "errorsas.go", "can = u.all.minus(u.class(codes.RetryNotNeeded))", "can = u.class(codes.RetryNever)"},
	{"a success that an error wraps", "errorsas.go", "			if !success {\n", "			if true {\n"},
}

// kills are wrong in what statements change.
var kills = []mutant{
	{"an assignment", "store.go", "\t\tif ok && len(pv) > 0 {\n\t\t\tf.set(st, p, pv)\n\t\t} else {\n\t\t\tf.clear(st, p, site)\n\t\t}", "\t\tif ok && len(pv) > 0 {\n\t\t\tf.set(st, p, pv)\n\t\t}"},
	{"op= and ++", "execute.go", "\tcase *ast.IncDecStmt:\n\t\tf.eval(st, n.X)\n\t\tf.store(st, n.X, nil, nil, n)", "\tcase *ast.IncDecStmt:\n\t\tf.eval(st, n.X)"},
	{"a range's variables", "execute.go", "f.storeParts(st, e, nil, nil, s)", ""},
	{"a type switch's variable", "typeswitch.go", "f.assign(st, l, v, parts, clause)", "_, _ = v, parts"},
	{"a symbol's next round", "state.go", "\t\tst.forget(s)\n\t}\n\tst.allow(s, u.all)", "\t}\n\tst.allow(s, u.all)"},
	{"values in hand in the next round", "state.go", "if len(f.outermost) == 0 && !f.jumps {", "if true {"},
	{"symbols that come and go", "state.go", "if lastTime != nil {", "if false {"},
	{"another name", "forget.go", "\tstore(w, l)\n", ""},
	{"a place that is no location", "forget.go", "\tw.Store(lhs)\n", ""},
	{"an address that is handed over", "forget.go", "\tf.handed(st, call, c.writes, c.own)\n", ""},
	{"a method's receiver", "forget.go", "f.forgetHanded(st, f.locate(sel.X), call, w, own)", ""},
	{"what a callee writes", "../effects/call.go", "\t\te.tally().call(w, call)\n", "\t\t_ = call\n"},
	{"fields that are written", "written.go", "changed = w.ChangesField(p.field, p.typ)", "_ = w"},
	{"elements that are written", "../effects/changes.go", "return w.elements || syntax.IsList", "return syntax.IsList"},
	{"what a literal leaves by what it finds", "left.go", "\tkey := beforeKey(entry)\n", "\tkey := \"\"\n"},
	{"what a literal leaves", "left.go", "\t\t\tf.assign(st, f.variable(v), whole, parts, c.CallExpr)\n", ""},
	{"a pointer that is another one when a field is set", "setter.go", "(i.Stores > 0 || i.Pointed)", "(i.Stores < 0 || i.Pointed)"},
	{"a field that stays what it was", "setter.go", "range in.value(set.kept) {", "range in.value(nil) {"},
	{"a field of which nobody knows what it is set to", "setter.go", "if o.was == set.at {", "if o.kind == anything {"},
	{"what is deferred behind a field that is set", "setter.go", "f.ending == nil && changes(f.deferredWrites(), set.at)", "false"},
	{"what a literal leaves when it has been called", "calls.go", "\tf.leave(st, c)\n", "\tf.leave(st, &call{CallExpr: e, left: map[*types.Var]map[string]value{}})\n"},
	{"a literal that others run in a goroutine", "../index/index.go", "ok && x.inPlace[lit]", "ok"},
	{"variables that closures write", "forget.go", "\t\ts.closures(w, call)\n", ""},
	{"a closure that is handed on", "forget.go", "\t\tcase index.HandedOn, index.Passed:\n\t\t\treturn true", "\t\tcase index.HandedOn, index.Passed:\n\t\t\treturn false"},
	{"a package's variable", "locate.go", "\tif v.Parent() == v.Pkg().Scope() || v.Pkg() != s.p.pass.Pkg {\n\t\treturn true\n\t}\n", ""},
	{"what somebody calls who gets a callback", "../effects/tally.go", "\tif g := t.callbacksOf(of); g != nil {\n\t\tt.any(w, g)\n\t}\n", ""},
	{"an address beside its variable", "../index/keepers.go", "kept || k.reaches(a)", "kept"},
	{"more things than are kept", "store.go", "len(v) > maxOutcomes && l.code != nil", "false && l.code != nil"},
	{"one variable for all rounds", "../index/index.go", "w.oneForAll = isBefore", "w.oneForAll = false && isBefore"},
	{"a goroutine's variable", "left.go", "i.Goes && e.awaited(v) == nil", "false"},
	{"a variable that is pointed to", "../index/stored.go", "\tw.Variable(v).Pointed = true\n}", "}"},
	{"elements that are pointed to", "../index/stored.go", "w.PointedInto.add(t)", "_ = t"},
	{"pointers that others give", "../index/indexer.go", "w.PointedBy.add(p.Elem())", "_ = p"},
	{"pointers to pointers' fields", "../index/stored.go", "p.Tok == token.DEFINE && w.StoredVar(n.X) != nil {", "p.Tok == token.DEFINE {"},
	{"structs that are alike", "../effects/changes.go", "if w.e.index.LikeOthers[field] {", "if false {"},
	{"what others keep", "../index/keepers.go", "append(k.mayHold(fn.Signature()), k.holders(fn, call, at)...)", "k.mayHold(fn.Signature())"},
	{"what a function's value keeps", "../index/keepers.go", "at != Receiver && k.anyKeeps(at), nil", "false, nil"},
	{"operands beside calls", "operands.go", "if now.same(v) {", "if true {"},
	{"what a call has given", "eval.go", "if calls && f.evaluated {", "if calls && f.evaluated && false {"},
	{"what a type switch's call has given", "operands.go", "if !f.askedAgain[e] {", "if true {"},
	{"places that move", "store.go", "\t\tstore(w, l)\n\t\tf.forgetWritten(st, w, site, nil)\n", "\t\t_ = w\n"},
	{"copies of arrays", "location.go", "s.selectedBy(c, l.index[len(l.index)-1])", "_ = c"},
	{"stores through what has no type", "forget.go", "\t\t\tc.written = append(c.written, s.sharedLocs...)\n", ""},
	{"errors.As with a pointer that has a name", "../effects/tally.go", "w.fill(t.info.TypeOf(call.Args[1]))", ""},
	{"lists that are appended to", "../effects/changes.go", "syntax.IsList(of) && w.storesItem(elem) ||", "false && syntax.IsList(of) ||"},
	{"a field of what a pointer in a struct leads to", "../index/stored.go", "if w.info.Selections[x].Indirect() {", "if syntax.IsPointer(w.info.TypeOf(x.X)) {"},
	{"variables of other packages", "../effects/tally.go", "w.foreign, w.Anywhere = true,", "w.Anywhere ="},
	{"what iterators change", "iterate.go", "\tall.Add(w)\n", ""},
	{"what loops do to their iterators", "../effects/callees.go", "range e.index.OverFuncs {", "range e.index.OverFuncs[:0] {"},
	{"iterators that go on", "iterate.go", "if st.dead || !within(from, loop) {", "if true {"},
	{"methods that are called unasked", "../effects/call.go", "&& e.Hidden(call) == nil {", "{"},
	{"what the package's goroutines change", "others.go", "||\n\t\t\tchanges(f.p.effects.Launched(), l) {", "{"},
	{"functions that wait", "forget.go", "\tif c.Waits {", "\tif false {"},
	{"what lookups read", "../effects/changes.go", "if field, ok := obj.(*types.Var); ok && w.ChangesField(field, field.Type()) {", "if field, ok := obj.(*types.Var); false && ok && w.ChangesField(field, field.Type()) {"},
	{"what lookups read of a variable", "forget.go", "if p.reads != nil && descends(l, p.parent) {", "if false {"},
	{"texts that are read into", "../effects/tally.go", "w.bytes = w.bytes || foreign.Fills(fn)", ""},
	{"packages' functions that store", "../foreign/memory.go", "return ok && !writers.has(fn.Name())", "return ok || writers.has(fn.Name())"},
	{"handlers that loggers keep", "../effects/hidden.go", "\t\t\t\te.kept(g, fn.Pkg(), k)\n", "\t\t\t\t_ = k\n"},
	{"functions that loggers keep", "../effects/hidden.go", "range e.index.GivenOut[of] {", "range e.index.GivenOut[nil] {"},
	{"methods that decode", "../effects/callees.go", "\tg.fillers(e, t, e.reachable(t).types)\n", ""},
	{"locks behind helpers", "forget.go", "f.others(st, call, c.All())", "f.others(st, call, false)"},
	{"iterators that wait", "iterate.go", "if w.Waits {", "if false {"},
	{"locks by their names", "../effects/letting.go", "l = foreign.LetsInByName(fn)", ""},
	{"other packages' functions that wait", "../effects/effects.go", "\te.exportLetting(fn, decl)\n", ""},
	{"a closure's method calls", "../index/indexer.go", "\t\tw.handedTo(place, Receiver, stack)\n", ""},
	{"a closure's addresses", "../index/stored.go", "\t\t\tw.handedTo(n.X, argumentIndex(p, n), stack)\n\t\t\treturn // see", "\t\t\treturn // see"},
	{"what a literal captured", "entry.go", "i.Stores > 0 && i.Last > lit.Pos() ||", ""},
	{"what a literal captured in a loop", "entry.go", "|| of.inALoop(i, lit)", ""},
	{"what a literal in a literal captured in a loop", "entry.go", "return outer.inALoop(v, inner)", "return false"},
	{"what a literal captured beside a store", "../index/stored.go", "\t\t\tend = n.End()\n", "\t\t\t_ = n\n"},
	{"what a literal captured of results", "../index/stored.go", "i.Last = max(i.Last, s.End())", "_ = s"},
	{"fields and elements that a pointer leads to", "../effects/changes.go", "&& (w.pointees || w.storesPointed(t))", "&& w.pointees"},
	{"elements of a list that all change", "../effects/writes.go", "\t\t\tw.StoreType(l.Elem()) // of all elements: clear, copy\n", "\t\t\t_ = l\n"},
	{"functions that another package has made", "../effects/callees.go", "range e.index.Given {", "range e.index.Given[:0] {"},
	{"methods of other packages as values", "../index/launch.go", "w.Given = append(w.Given, GivenFunction{sig, &ast.CallExpr{Fun: sel}})", "_ = sig"},
	{"reflection", "../foreign/memory.go", "return reflecting.has(fn.Name())", "return false"},
	{"what is handed over as a reflect.Value", "../effects/reflects.go", "return isReflected(e.info.TypeOf(arg))", "return false"},
	{"goroutines of what a function gets", "../index/keepers.go", "return ok && g.Call == call", "return ok && g.Call == nil"},
	{"keys of several types", "value.go", "keys != nil && types.IsInterface(keys)", "keys == nil && false"},
	{"lists that somebody else gets", "../index/list.go", "!v.IsField() && syntax.IsSlice(v.Type()) && !w.keepsList(id, v, stack)", "v == nil"},
	{"lists that somebody else had", "../index/list.go", "syntax.IsSlice(v.Type()) && !w.isNewList(held, v)", "v == nil"},
	{"lists that new copies", "../index/list.go", "return !handsOn[fn.Name()]", "return true"},
	{"variables that new makes", "store.go", "case *ast.CallExpr: // a new variable\n", "case *ast.CallExpr:\n\t\t\t\treturn nil, false\n"},
	{"lists that are cut with room", "../effects/append.go", "types.ExprString(s.High) == types.ExprString(s.Max)", "s.Max != nil"},
	{"functions that others call by their names", "../index/index.go", "\t\tw.noteLinked(file)\n", ""},
	{"locks that a recursion lets go of", "../effects/writes.go", "\tw.recursion.Add(other.recursion)\n", ""},
	{"a closure's variables while it waits", "others.go", "|| f.p.effects.Launched().Has(v) {", "{"},
}

// summaries are wrong in what callers are told of a function.
var summaries = []mutant{
	{"results", "summary.go", "\t\t\t\tparts[p.path] = v\n", "\t\t\t\tparts[p.path] = known(out{kind: isNil})\n"},
	{"what a literal says of an outcome", "results.go", "\t\tf.answersIn(st, lit, pointer, parts)\n", ""},
	{"what a literal leaves out", "results.go", "\t\tv, known := zeroOf(field.Type())\n", "\t\tv, known := value(nil), false\n"},
	{"errors in a literal's fields", "results.go", "code && !syntax.IsError(t)", "code"},
	{"what a variable says of an outcome that is returned", "results.go", "|| isAnswer(p.typ) && len(v) > 0", ""},
	{"a field of what a call returns", "eval.go", "if v := parts[path]; len(v) > 0 {", "if v := parts[path]; false {"},
	{"named results", "results.go", "func(v, l *location) { f.copyParts(st, l, v) }", "func(v, l *location) {}"},
	{"results that deferred calls look at", "results.go", "func(v, l *location) { f.copyParts(st, v, l) }", "func(v, l *location) {}"},
	{"results that start as nothing", "solve.go", "f.zero(start, v)", "f.set(start, v, constantValue(constantOne))"},
	{"results that a deferred literal changes", "deferred.go", "len(i.Writers) > 0 ||", ""},
	{"results of which a deferred call has the address", "deferred.go", "|| i.Later", ""},
	{"what a deferred call changes", "execute.go", "\t\t\tf.afterCall(st, n.CallExpr)\n", ""},
	{"deferred calls that are perhaps not made", "deferred.go", "if perhaps {", "if false {"},
	{"deferred calls that are made again", "deferred.go", ", after[b]}", ", false}"},
	{"the order of deferred calls", "deferred.go", "if later.after[d.at] {", "if later.after[d.at] && false {"},
	{"addresses that deferred literals get", "deferred.go", "if syntax.IsPointer(s.typeOf(arg)) {", "if syntax.IsPointer(s.typeOf(arg)) && false {"},
	{"literals that defer something themselves", "deferred.go", "return !defers", "return true || defers"},
	{"a function that recovers", "shape.go", "s.recovers = s.recovers || s.p.effects.DefersRecover(n)", ""},
	{"a function's value that recovers", "../effects/recovers.go", "return sig != nil && e.functionsOf(sig).recovers(e)", "return sig == nil"},
	{"functions that nothing is known of may recover", "../foreign/control.go", "!letsGo().MatchString(fn.Name()) || ", ""},
	{"another package's function that recovers", "../effects/effects.go", "\t\te.pass.ExportObjectFact(fn, new(recoversFact))\n", ""},
	{"a variable that held another function", "../index/index.go", "|| other || !isPlainVariable(v, i) {", "|| other && false {"},
	{"errors that a pointer leads to which is not nil", "boxed.go", "|| o.onlyFails()", ""},
	{"a nil pointer in an interface", "boxed.go", "\t\t\to.out = in\n", "\t\t\t_ = in\n"},
	{"what it returns for", "summary.go", "note(sym) // it returns only", "_ = sym // it returns only"},
	{"each call has codes of its own", "instance.go", "n: 1 + sym.id}", "n: 1}"},
	{"a caller's set", "entry.go", "possible = possible.union(f.e.handedAt(s, at, l))", "possible = f.e.handedAt(s, at, l)"},
	{"a call that runs later", "execute.go", "\tif f.entered != nil && !st.dead {\n\t\tf.entered(c, st)\n\t}\n", "_ = c\n"},
	{"no error of a type that is no pointer", "errorparts.go", "parts[path] = found.orZero(v, finding{field: path[1:]}.holder(t))", "parts[path] = v"},
	{"functions that are used as values", "entry.go", "f.e.index.Valued[f.obj] ||", ""},
	{"methods that interfaces call", "../index/indexer.go", "w.Dynamic[obj.Name()] = true //", "//"},
	{"what it comes back for", "presence.go", "{out{kind: isNil}, cond{{s, single(failed)}}},\n", "{out{kind: isNil}, cond{{s, single(succeeded)}}},\n"},
	{"whether it gets an error", "found.go", "\t\tcase isError:\n\t\t\to.out = ifError[0].out\n", ""},
	{"a call's results that are handed on", "instance.go", "return c.args[g.param]\n\t\t}\n\t\treturn f.parts", "return c.args[0]\n\t\t}\n\t\treturn f.parts"},
	{"never returns", "../effects/noreturn.go", "n = foreign.NeverReturns(fn) || ", "n = "},
	{"sentinel errors", "identity.go", "return truth(false, x, y)\n}\n\n// sameTyped", "return truth(true, x, y)\n}\n\n// sameTyped"},
	{"errors of two types", "identity.go", "if !types.Identical(l.typ, m.typ) {\n\t\treturn truth(false", "if !types.Identical(l.typ, m.typ) {\n\t\treturn truth(true"},
	{"an error that is another code", "identity.go", "same, others := codes.equal", "others, same := codes.equal"},
	{"errors of other packages that may be one", "identity.go", "return x.open && y.open &&", "return false &&"},
	{"errors that are made here", "identity.go", "object == nil || f.fresh {\n\t\treturn object != nil", "object == nil || f.fresh {\n\t\treturn false"},
	{"a sentinel that a function is asked about", "identity.go", "case itself == types.Object(v):\n\t\treturn isTrue", "case itself == types.Object(v):\n\t\treturn isFalse"},
	{"errors of another type", "identity.go", ", x.err.isPlain() && y.err.isTyped(), x.err.isTyped() && y.err.isPlain():", ":"},
	{"errors that are found by an interface", "errorsas.go", "ok && types.Implements(l.typ, face)", "ok && face == nil"},
	{"an interface that what wraps has", "errorsas.go", "|| !asksMore(face))", "|| face == nil)"},
	{"an error that is found before", "errorsas.go", "case f.open && !l.direct:", "case false:"},
	{"an error that a function finds before", "found.go", "case o.err.open && !l.direct:", "case false:"},
	{"what an error wraps that a function asserts", "found.go", "if how == itself && !l.direct {", "if false {"},
	{"whether a function asserts or searches", "searched.go", "strings.Contains(how, \" \"+inItself)", "false"},
	{"a search in the error itself", "searched.go", "\t\tkey.path = inItself + key.path\n", ""},
	{"which code a method tells", "dispatch.go", "|| g.path != path {", "|| g.path == \"\" && path == \"\" {"},
	{"errors that have others in them", "errortypes.go", "open: hasMethod(t, \"As\")}", "open: true}"},
	{"errors that say what they pass for", "errorsis.go", "\tif !l.saysIs() {\n", "\tif true {\n"},
	{"errors that may be those that they say no to", "passesfor.go", " || f.isUnlikeItself(l, target) {", " {"},
	{"errors that pass for what another package asks for", "passesfor.go", " || f.isUnlikeItself(link{typ: fn.Signature().Recv().Type()}, target) {", " {"},
	{"codes that have other errors in them", "boxed.go", "code: code, direct: true}}, open: isOpen(t)}", "code: code, direct: true}}}"},
	{"plain errors of other packages", "export.go", "\te.exportSentinels()\n", ""},
	{"errors whose code nobody has put in", "concern.go", "et != nil && len(et.codes) > 0", "et == nil"},
	{"errors whose fields are set later", "errortypes.go", "now := f.errorIn(st, l, l.typ)", "now := known(v[len(v)-1].out)"},
	{"errors that their types wrap", "errortypes.go", "if all = wrapped(all, v); all == nil", "if all = wrapped(all, known(out{kind: isNil})); all == nil"},
	{"errors whose types wrap by a pointer only", "errortypes.go", "|| syntax.ImplementsError(t) && syntax.IsPointer(fn.Signature().Recv().Type())", ""},
	{"errors that are wrapped", "errorrules.go", "slices.Concat(f.links, g.links)", "slices.Concat(f.links)"},
	{"a kind that has no name", "answerfields.go", "return append(v, outcome{cond: other})", "_ = other\n\treturn v"},
	{"the codes of a fact", "import.go", "s.possible[sym] = m.set(u, sf.Possible)", "s.possible[sym] = u.all"},
	{"errors with nothing in them", "rules.go", "return newError", "return nil"},
	{"errors that other modules put around others", "rules.go", "return wrapGiven(n)", "return nil"},
	{"interfaces that errors of other modules have", "errorsas.go", "\"Cause\", \"StackTrace\", ", ""},
	{"errors that methods tell", "comesback.go", "handed[i] = handedBack{at, l.path}", "_, _ = i, at"},
	{"errors that functions put around what they get", "instance.go", "all = wrapped(all, in.handedError(of))", "_ = of"},
	{"errors that functions put around other things, too", "errorrules.go", "f.isOpenByGiven() && g.isOpenByGiven()", "f.isOpenByGiven() || g.isOpenByGiven()"},
	{"errors that functions return as they get them", "results.go", "f.givenOr(f.converted(st, v, n.Results[i], f.resultLocs[i].typ), n.Results[i])", "f.converted(st, v, n.Results[i], f.resultLocs[i].typ)"},
	{"errors that functions make of others", "presence.go", " && !f.handsOn()", ""},
	{"what a sieve says", "sieve.go", "in = slices.Contains(f.Texts, member.Text) != f.Others", "in = slices.Contains(f.Texts, member.Text)"},
	{"what a sieve says of other values", "sieve.go", "\t\ts = single(m.plain.undocumented())\n\t}\n\tfor i", "\t\ts = set{}\n\t}\n\tfor i"},
}

// losses forget what is known too early. The analysis claims less then, but nothing that is wrong.
var losses = []mutant{
	{"what a function sets in what it gets", "calls.go", "\tf.setFields(st, c)\n", ""},
	{"what a function sets alone while its caller waits", "forget.go", "!(s.setsAlone(v, false) && !s.p.effects.Launched().Has(v))", "true"},
	{"variables that are used by pointers", "lastuse.go", "s.lastUse[i.Aliased] < pos; i =", "false; i ="},
	{"variables that a switch's default uses", "lastuse.go", "body = outer.Body.Pos()\n\t\tcase *ast.TypeSwitchStmt:", "_ = outer\n\t\tcase *ast.TypeSwitchStmt:"},
	{"a field that an error always has", "errorparts.go", "o.kind == isConst })", "o.kind == isConst && len(o.cond) > 0 })"},
	{"all variables", "lastuse.go", "s.lastUse[v] = max(s.lastUse[v], pos)", "s.lastUse[v] = s.body.Pos()"},
	{"what a switch compares with its cases", "execute.go", "f.noteLast(tag, s.End())", "f.noteLast(tag, s.Pos())"},
}

// rows makes a mutant of each row of the tables of rules: without the row.
func rows(t *testing.T) []mutant {
	text, err := os.ReadFile(filepath.Join(engineDir, "rules.go"))
	if err != nil {
		t.Fatal(err)
	}
	var all []mutant
	for _, m := range regexp.MustCompile(`(?m)^\t\t(?:domain\.CodesPath \+ )?"([^"]+)": +\w+.*,\n`).FindAllStringSubmatch(string(text), -1) {
		all = append(all, mutant{"the rule of " + m[1], "rules.go", m[0], ""})
	}
	for _, m := range regexp.MustCompile(`(?m)^\t"(\w+)": +knows`).FindAllStringSubmatch(string(text), -1) {
		all = append(all, mutant{"the method " + m[1], "rules.go", "\t\"" + m[1] + "\":", "\t\"no" + m[1] + "\":"})
	}
	if len(all) < 20 {
		t.Fatalf("only %d rows were found in rules.go", len(all))
	}
	return all
}

const engineDir = "../codeflow"

// TestMutants spoils the engine, a row of its tables or a thing that it does at a
// time, and wants the ground truth test to notice. Without -mutants it sees to it
// that each mutant still has its place in the engine.
func TestMutants(t *testing.T) {
	all := rows(t)
	for _, more := range [][]mutant{refinements, kills, summaries, losses} {
		all = append(all, more...)
	}
	wanted := regexp.MustCompile(*mutantRun)
	corpus := ""
	if *mutantRun != "" {
		corpus = writeCorpus(t)
	}
	for _, m := range all {
		t.Run(m.name, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(engineDir, m.file))
			if err != nil {
				t.Fatal(err)
			}
			if n := strings.Count(string(text), m.old); n != 1 {
				t.Fatalf("%s has %d times what the mutant replaces, want it once:\n%s", m.file, n, m.old)
			}
			if *mutantRun != "" && wanted.MatchString(m.name) {
				m.run(t, strings.Replace(string(text), m.old, m.new, 1), corpus, slices.Contains(losses, m))
			}
		})
	}
}

// run compares the mutant's claims with what a corpus was observed to do; if that does not notice it, it
// runs the engine's own tests. If the mutant only loses something, no claim may be wrong, and one must be too weak.
func (m mutant) run(t *testing.T, text string, corpus string, loses bool) {
	t.Parallel()
	scratch := t.TempDir()
	original, err := filepath.Abs(filepath.Join(engineDir, m.file))
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) string {
		name = filepath.Join(scratch, name)
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	if strings.Contains(text, "constantOne") {
		text = strings.Replace(strings.ReplaceAll(text, "constantOne", "constant.MakeInt64(1)"), "import (", "import (\n\t\"go/constant\"", 1)
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{original: write("spoiled.go", text)}})
	if err != nil {
		t.Fatal(err)
	}
	write("overlay.json", string(overlay))
	build := func(bin, dir string, args ...string) string {
		bin = filepath.Join(scratch, bin)
		cmd := exec.Command("go", append(args, "-ldflags=-s -w", "-overlay", filepath.Join(scratch, "overlay.json"), "-o", bin, ".")...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("the mutant does not compile: %v\n%s", err, out)
		}
		return bin
	}
	cmd := exec.Command(build("recompare", "recompare", "build"), corpus)
	if loses {
		cmd.Args = []string{cmd.Args[0], "-all", corpus}
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if loses && bytes.Contains(out, []byte(Unsound)) {
		t.Fatalf("it makes claims wrong: %s", out)
	}
	if said := strings.TrimSpace(string(out)); said != "" {
		t.Logf("the ground truth notices: %s", said)
		return
	}
	cmd = exec.Command(build("codeflow.test", engineDir, "test", "-c", "-vet=off"), "-test.failfast")
	cmd.Dir = engineDir
	if out, err := cmd.CombinedOutput(); err != nil && bytes.Contains(out, []byte("--- FAIL: ")) {
		t.Logf("the engine's own tests notice: %s", regexp.MustCompile(`--- FAIL: \S+`).Find(out))
		return
	}
	t.Error("nothing notices it")
}

// writeCorpus observes what the mutants are compared with: the programs that people
// wrote, and generated ones.
func writeCorpus(t *testing.T) string {
	t.Helper()
	tc, err := NewToolchain(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	corpus := new(Corpus)
	for _, file := range writtenFiles(t) {
		if err := corpus.Add(tc, written(t, file)); err != nil {
			t.Fatal(file, err)
		}
	}
	generated, err := tc.Corpus(11, 6, 1500)
	if err != nil {
		t.Fatal(err)
	}
	corpus.Parts = append(corpus.Parts, generated.Parts...)
	name := filepath.Join(t.TempDir(), "corpus")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := gob.NewEncoder(file).Encode(corpus); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}
