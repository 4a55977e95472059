package binding

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/httpstatus"
)

// A verdict is what the evidence of one seed comes to. Without a domain it is
// "not ours", unless it is undecided.
type verdict struct {
	domain    *domain.Domain
	undecided bool
	why       string
}

// weigh applies the design's rules, strongest evidence first.
func (g *graph) weigh(s *seed) verdict {
	if s.against != "" {
		return verdict{why: s.against}
	}
	uses := usesOf(s)
	if d, why, ok := g.statedByUse(s, uses); ok {
		if d == nil && s.key == responseKey && s.saysTemplate() {
			return verdict{domain: g.view.ByID(domain.Template.ID), why: "its name"}
		}
		if d == nil {
			return verdict{undecided: true, why: why}
		}
		return verdict{domain: d, why: why}
	}
	var fits, misfits []string
	foreign := ""
	for _, u := range uses {
		switch {
		case u.foreign:
			foreign = u.obj.Pkg().Name() + "." + u.obj.Name()
		case g.documented(s.key, u.text):
			fits = append(fits, u.text)
		default:
			misfits = append(misfits, u.text)
		}
	}
	if foreign != "" && (!g.vendorFor(s) || len(fits) == 0) {
		return verdict{why: "it is compared with " + foreign}
	}
	if why := s.httpVariable(misfits); why != "" {
		return verdict{why: why}
	}
	if host := g.anotherHost(s); host != "" {
		return verdict{why: "what it comes in is asked of " + host}
	}
	if text := hexAlone(uses); text != "" && (s.grade == Named || !g.vendorFor(s)) {
		return verdict{why: "it is compared with " + text + " in hexadecimal, as a protocol's header is"}
	}
	if g.vendorFor(s) {
		return g.weighWithVendor(s, fits, misfits)
	}
	if i := slices.IndexFunc(s.uses, func(u use) bool { return u.status }); i >= 0 {
		return verdict{why: "it meets " + s.uses[i].text + ", as HTTP statuses do"}
	}
	switch {
	case len(misfits) > 0:
		return verdict{why: fmt.Sprintf("it is compared with %q, which no table documents", misfits[0])}
	case len(fits) == 0:
		return verdict{undecided: true, why: "no constant is compared with it"}
	case g.headerConstant(uses) != "":
		return verdict{why: "it is compared with " + g.headerConstant(uses) + ", as a protocol's header is"}
	case g.foreignStored(s) != "":
		return verdict{why: fmt.Sprintf("%q is stored in it, which no table documents", g.foreignStored(s))}
	case s.key == reasonKey && areRevocations(numbersOf(fits)):
		return verdict{why: "its constants are RFC 5280's reasons to revoke a certificate"}
	case !g.evident(s):
		return verdict{undecided: true, why: "its constants are too small to show a domain"}
	}
	return g.choose(s, fits)
}

// httpVariable says why a variable holds an HTTP status that has nothing but its name to show for a code: a package
// that uses the API asks for other pages, too, and serves some.
func (s *seed) httpVariable(misfits []string) string {
	if s.grade != Named || !s.variable {
		return ""
	}
	for _, u := range s.uses {
		if u.status {
			return "it meets " + u.text + ", as HTTP statuses do"
		}
	}
	for _, text := range misfits {
		if n, err := strconv.Atoi(text); err == nil && httpstatus.Text(n) != "" {
			return "it is compared with " + text + ", as HTTP statuses are"
		}
	}
	return ""
}

const keyAlone = "its key, in a package that uses the API"

// weighWithVendor needs less: the package uses the API, so the key alone tells,
// and one documented constant is enough.
func (g *graph) weighWithVendor(s *seed, fits, misfits []string) verdict {
	if g.countsOn(s, fits, misfits) && !g.isDeclaredKey(s.key) {
		return verdict{why: "its constants count up, whatever the table documents"}
	}
	if a, b, ok := g.ownTexts(s, fits); ok && !g.isDeclaredKey(s.key) && !s.saysTemplate() {
		return verdict{why: fmt.Sprintf("%q and %q are stored in it, as the program's own codes", a, b)}
	}
	if a, b, ok := foreignForms(fits, misfits); ok && !g.isDeclaredKey(s.key) && !s.saysTemplate() {
		return verdict{why: fmt.Sprintf("it is compared with %q and %q, which have the form of another vendor's codes", a, b)}
	}
	if padded := paddedForm(fits, misfits); padded != "" && !g.isDeclaredKey(s.key) && !s.saysTemplate() {
		return verdict{why: fmt.Sprintf("it is compared with %q and others of two digits, as another vendor's codes have", padded)}
	}
	if a, b, ok := s.onlyNull(fits, misfits); ok {
		return verdict{why: fmt.Sprintf("it has nothing but its name and 0, and is compared with %q and %q, which no table documents", a, b)}
	}
	switch {
	case s.onlyStatuses(fits):
		return verdict{why: "it is compared with HTTP statuses, and ordered as they are"}
	case len(fits) > 0:
		v := g.choose(s, fits)
		if v.domain == nil { // the constants disagree: only a name can tell
			if s.saysTemplate() {
				return verdict{domain: g.view.ByID(domain.Template.ID), why: "its name"}
			}
			v.undecided = true
		}
		return v
	case len(misfits) > 0:
		return verdict{why: fmt.Sprintf("it is compared with %q, which no table documents", misfits[0])}
	case s.grade == Named:
		return verdict{undecided: true, why: "no constant is compared with it"}
	case s.parent != nil && len(usesOf(s.parent)) > 0 && !s.saysTemplate():
		return verdict{undecided: true, why: "no constant is compared with it here"}
	}
	return g.byNameAnd(s, keyAlone)
}

// onlyNull returns two undocumented constants that are compared with what only its name makes a code, if there is no
// documented one but 0 beside them. Everything has a 0.
func (s *seed) onlyNull(fits, misfits []string) (a, b string, ok bool) {
	if s.grade != Named || slices.ContainsFunc(fits, func(text string) bool { return text != "0" }) {
		return "", "", false
	}
	for _, text := range misfits[min(1, len(misfits)):] {
		if text != misfits[0] {
			return misfits[0], text, true
		}
	}
	return "", "", false
}

// onlyStatuses reports whether values are ordered as HTTP statuses are, and their documented constants are such, too:
// >= 400 beside == 301, which is no valid WhatsApp session, but also a page that has moved.
func (s *seed) onlyStatuses(fits []string) bool {
	return len(fits) > 0 && slices.ContainsFunc(s.uses, func(u use) bool { return u.status }) &&
		!slices.ContainsFunc(fits, func(text string) bool {
			n, err := strconv.Atoi(text)
			return err != nil || httpstatus.Text(n) == ""
		})
}

// choose returns the domain in which all the texts are documented; where
// several have them all, the names decide.
func (g *graph) choose(s *seed, texts []string) verdict {
	var all []*domain.Domain
	for _, d := range g.domainsOf(s.key) {
		if !slices.ContainsFunc(texts, func(t string) bool { return !d.Has(t) }) {
			all = append(all, d)
		}
	}
	switch len(all) {
	case 0:
		// A declaration can serve classes of several domains.
		return verdict{undecided: s.classes > 0, why: fmt.Sprintf("no domain documents all of %s", strings.Join(texts, ", "))}
	case 1:
		return verdict{domain: all[0], why: "its constants"}
	}
	if d := g.declaredFor(all); d != nil {
		return verdict{domain: d, why: "its constants, and its key is declared"}
	}
	if g.isDeclaredKey(s.key) && g.declaredAlone(all) {
		return verdict{undecided: true, why: "several domains have its key and constants"}
	}
	return g.byNameAnd(s, "its constants and name")
}

// byNameAnd returns the domain of a key by the names around it. A type that some
// functions use for templates and others for something else shows none: 0 would
// be Success in one and a lost token in the other.
func (g *graph) byNameAnd(s *seed, why string) verdict {
	switch {
	case g.isDeclaredKey(s.key):
		if d := g.declaredFor(g.domainsOf(s.key)); d != nil {
			return verdict{domain: d, why: why}
		}
		return verdict{undecided: true, why: "several domains have its key"}
	case s.key == reasonKey:
		return verdict{domain: g.view.ByID(domain.Reason.ID), why: why}
	case s.saysTemplate():
		return verdict{domain: g.view.ByID(domain.Template.ID), why: why}
	case slices.ContainsFunc(s.places, saysTemplate):
		return verdict{undecided: true, why: "only some functions say template"}
	}
	return verdict{domain: g.view.ByID(domain.Response.ID), why: why}
}

// saysTemplate reports whether the type's name says "template", or the names of
// all functions in which the values occur.
func (s *seed) saysTemplate() bool {
	names := s.names
	if len(names) == 0 && s.home != "" {
		names = []string{s.home}
	}
	return allSayTemplate(names) || allSayTemplate(s.places)
}

func allSayTemplate(names []string) bool {
	return len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool { return !saysTemplate(n) })
}

// usesOf returns the uses that are evidence.
func usesOf(s *seed) []use {
	return slices.DeleteFunc(slices.Clone(unlabelled(s.uses)), func(u use) bool { return u.enum || u.status || u.nothing })
}

// statedByUse returns the domain that a constant or a conversion of package
// codes decides at once. Constants of two domains decide nothing.
func (g *graph) statedByUse(s *seed, uses []use) (d *domain.Domain, why string, ok bool) {
	for _, u := range uses {
		if u.stated == nil || u.stated.Key != s.key && u.stated.Key != "" {
			continue
		}
		if d != nil && d != u.stated {
			return nil, "it is compared with constants of two domains", true
		}
		d = u.stated
	}
	if d != nil && g.view.Definition(d) != nil {
		return d, "a constant of a declared domain", true
	}
	return d, "a constant of package codes", d != nil
}
