package lookup

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"

	"github.com/errcodelint/errcodelint/codes"
)

// where says in which replies a domain's codes are.
var where = map[string]string{
	"response": "responseCode of the REST replies",
	"reason":   "reasonCode of the SMS and WhatsApp delivery reports",
	"template": "responseCode of the replies to WhatsApp template management",
}

// advice says for each retry class what to do about a code of it.
var advice = map[string]string{
	codes.RetryNotNeeded.String():   "Nothing failed, and nothing is to be sent again.",
	codes.RetryWithBackoff.String(): "The same request may pass later: send it again, with growing delays, and not for ever.",
	codes.RetryAfterFix.String():    "The same request passes only after somebody has acted (a top-up, a new token, an account that is enabled): tell them, and do not just send it again.",
	codes.RetryNever.String():       "The same request never passes: do not send it again. Change it, or give up and say so.",
	codes.RetryUnknown.String():     "The vendor does not say whether the same request may pass later.",
}

// Class returns what to do about a code of a retry class.
func Class(word string) (string, bool) {
	text, ok := advice[word]
	return text, ok
}

// Classes returns the words for the retry classes.
func Classes() []string { return slices.Sorted(maps.Keys(advice)) }

// Explain writes all there is to know about codes.
func Explain(w io.Writer, list []Code) error {
	for i, c := range list {
		if i > 0 {
			if _, err := fmt.Fprintln(w); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintf(w, "%s code %d, %s: %s\n\n\twhere   %s\n\tin Go   codes.%s\n\tretry   %s: %s\n",
			c.Domain, c.Value, c.Name, c.Description, where[c.Domain], c.Constant, c.Retry, advice[c.Retry]); err != nil {
			return err
		}
	}
	return nil
}

// Table writes codes as a table.
func Table(w io.Writer, list []Code) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "DOMAIN\tCODE\tNAME\tRETRY\tDESCRIPTION")
	for _, c := range list {
		fmt.Fprintf(table, "%s\t%d\t%s\t%s\t%s\n", c.Domain, c.Value, c.Name, c.Retry, c.Description)
	}
	return table.Flush()
}

// JSON writes codes as a JSON array.
func JSON(w io.Writer, list []Code) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(list)
}
