package codegen

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// typeDoc documents a domain's type by what its table says about success and zero, the two things
// that users get wrong.
func typeDoc(domain Domain, source domainSource) string {
	count := fmt.Sprintf("The table documents %d codes", len(source.Members))
	if len(source.Members) == 1 {
		count = "The table documents 1 code"
	}
	var facts string
	switch len(source.Successes) {
	case 0:
		facts = count + ", and none of them is a success: Err is never nil."
	case 1:
		facts = count + ", of which one is success: [" + source.Successes[0] + "]."
	default:
		facts = count + ", of which these are success: " + strings.Join(source.Successes, ", ") + "."
	}
	if source.Zero != "" {
		facts += " A reply that was never filled in holds 0, and so reads as [" + source.Zero + "]."
	}
	facts += " Every other number is an undocumented code, of the class [RetryUnknown]."

	doc := comment(domain.Type+" is "+sentence(domain.About)) + "//\n" + comment(facts) +
		"//\n" + comment(fmt.Sprintf("Source: %s, domain %s.", source.Source, domain.Name))
	if !domain.Declare {
		return doc
	}
	directive := "//errcodelint:declare " + domain.Name
	if domain.Key != "" {
		directive += " key=" + domain.Key
	}
	var values []string
	for _, member := range source.Members {
		if isSuccess(member.Member) {
			values = append(values, member.Wire)
		}
	}
	if len(values) > 0 {
		directive += " success=" + strings.Join(values, ",")
	}
	return doc + "//\n" + directive + "\n"
}

// ErrDoc documents the method Err.
func (d domainSource) ErrDoc() string {
	what := "always the code itself, since the domain has no success code"
	if len(d.Successes) > 0 {
		what = "nil for " + strings.Join(d.Successes, ", ") + ", and the code itself for every other, documented or not"
	}
	return "Err returns the code as an error: " + what + ". errors.Is finds it in what wraps it, and " +
		"errors.As takes it back into a " + d.Type + "."
}

// memberDoc documents a constant by its row. The vendor's words are kept as they are.
func memberDoc(domain Domain, member memberSource) string {
	doc := comment(fmt.Sprintf(`%s is %s %s, "%s".`, member.Ident, domain.Label, member.Wire, member.Description))
	class := "[" + member.Retry.Constant + "]"
	if member.Why != "" {
		class += ": " + member.Why
	}
	doc += "//\n" + comment(sentence(class))
	if domain.Declare && !isSuccess(member.Member) { // the type's directive names the success codes
		doc += "//\n//errcodelint:retry " + member.Retry.Word + "\n"
	}
	return doc
}

// commentWidth is where comments are wrapped, in characters after the slashes.
const commentWidth = 96

// comment wraps a paragraph into the lines of a comment.
func comment(paragraph string) string {
	var out strings.Builder
	width := 0
	for _, word := range strings.Fields(paragraph) {
		length := utf8.RuneCountInString(word) + 1
		if width == 0 || width+length > commentWidth {
			if width > 0 {
				out.WriteString("\n")
			}
			out.WriteString("//")
			width = 0
		}
		out.WriteString(" " + word)
		width += length
	}
	return out.String() + "\n"
}

// sentence ends the text with a full stop, if it doesn't end like a sentence already.
func sentence(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}
