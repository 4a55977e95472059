// Command run runs the programs of this module, see api.Run.
package main

import (
	"example.test/libs/api"
	"example.test/libs/retrygo/asked"
	"example.test/libs/retrygo/decorated"
	"example.test/libs/retrygo/ended"
	"example.test/libs/retrygo/v4"
	"example.test/libs/retrygo/v5"
)

func main() {
	api.Run(map[string]api.Program{
		"decorated.Any":          decorated.Any,
		"decorated.Final":        decorated.Final,
		"decorated.Deep":         decorated.Deep,
		"decorated.Wrapped":      decorated.Wrapped,
		"decorated.WrappedSome":  decorated.WrappedSome,
		"decorated.Told":         decorated.Told,
		"decorated.ToldAny":      decorated.ToldAny,
		"ended.OnRetryCancels":   ended.OnRetryCancels,
		"ended.OnRetryCounts":    ended.OnRetryCounts,
		"ended.OneAttempt":       ended.OneAttempt,
		"v4.Plain":               v4.Plain,
		"v4.Handed":              v4.Handed,
		"v4.HandedPause":         v4.HandedPause,
		"v4.HandedPassing":       v4.HandedPassing,
		"v4.HandedOnce":          v4.HandedOnce,
		"v4.HandedStops":         v4.HandedStops,
		"v4.Either":              v4.Either,
		"v4.EitherOnce":          v4.EitherOnce,
		"v4.EitherPassing":       v4.EitherPassing,
		"v4.Stops":               v4.Stops,
		"v4.Replaced":            v4.Replaced,
		"v4.Asked":               v4.Asked,
		"v4.AskedSome":           v4.AskedSome,
		"v4.AskedCancelled":      v4.AskedCancelled,
		"v4.AskedInOne":          v4.AskedInOne,
		"v4.Deadline":            v4.Deadline,
		"v5.Listed":              v5.Listed,
		"v5.ListedPassing":       v5.ListedPassing,
		"v5.ListedOnce":          v5.ListedOnce,
		"v5.ListedPerhaps":       v5.ListedPerhaps,
		"v5.ListedKept":          v5.ListedKept,
		"v5.Plain":               v5.Plain,
		"v5.Stops":               v5.Stops,
		"v5.Replaced":            v5.Replaced,
		"v5.Asked":               v5.Asked,
		"v5.AskedSome":           v5.AskedSome,
		"v5.Kept":                v5.Kept,
		"v5.Optional":            v5.Optional,
		"v5.OptionalAsked":       v5.OptionalAsked,
		"v5.AskedBusy":           v5.AskedBusy,
		"v5.Made":                v5.Made,
		"asked.Renewed":          asked.Renewed,
		"asked.Counted":          asked.Counted,
		"asked.ByMethod":         asked.ByMethod,
		"asked.ByMethodPassing":  asked.ByMethodPassing,
		"asked.Elsewhere":        asked.Elsewhere,
		"asked.ElsewherePassing": asked.ElsewherePassing,
		"asked.ElsewhereHopeful": asked.ElsewhereHopeful,
		"asked.Here":             asked.Here,
		"asked.HerePassing":      asked.HerePassing,
		"asked.Relogged":         asked.Relogged,
		"asked.ReloggedPassing":  asked.ReloggedPassing,
		"asked.ReloggedInside":   asked.ReloggedInside,
	})
}
