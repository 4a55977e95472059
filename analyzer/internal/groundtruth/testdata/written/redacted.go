// Functions that a logger has been made with.
package written

var lastShown codes.ResponseCode

func redact(_ []string, a slog.Attr) slog.Attr { lastShown = 14; return a }

func hide(_ []string, a slog.Attr) slog.Attr { lastShown = 15; return a }

// Redacted has functions see every attribute.
func Redacted(c codes.ResponseCode, b bool) {
	redacting := slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{ReplaceAttr: redact}))
	var options slog.HandlerOptions
	options.ReplaceAttr = hide
	hiding := slog.New(slog.NewTextHandler(io.Discard, &options))
	if lastShown = c; lastShown == 0 {
		redacting.Error("cannot send")
		seen(_, lastShown)
	}
	if lastShown = c; lastShown == 5 && b {
		hiding.Error("cannot send")
		seen(_, lastShown)
	}
}
