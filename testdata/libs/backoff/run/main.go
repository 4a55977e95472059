// Command run runs the programs of this module, see api.Run.
package main

import (
	"example.test/libs/api"
	"example.test/libs/backoff/elsewhere"
	"example.test/libs/backoff/ended"
	"example.test/libs/backoff/v4"
	"example.test/libs/backoff/v5"
	"example.test/libs/backoff/wrapped"
)

func main() {
	api.Run(map[string]api.Program{
		"elsewhere.Plain":        elsewhere.Plain,
		"elsewhere.Stops":        elsewhere.Stops,
		"elsewhere.Notes":        elsewhere.Notes,
		"elsewhere.NotesCancels": elsewhere.NotesCancels,
		"elsewhere.Value":        elsewhere.Value,
		"elsewhere.ValueKept":    elsewhere.ValueKept,
		"elsewhere.Times":        elsewhere.Times,
		"elsewhere.TimesNone":    elsewhere.TimesNone,
		"elsewhere.Once":         elsewhere.Once,
		"elsewhere.Quick":        elsewhere.Quick,
		"elsewhere.Careful":      elsewhere.Careful,
		"elsewhere.Runs":         elsewhere.Runs,
		"elsewhere.Twice":        elsewhere.Twice,
		"elsewhere.Each":         elsewhere.Each,
		"elsewhere.Transport":    elsewhere.Transport,
		"ended.NotifyCancels":    ended.NotifyCancels,
		"ended.NotifyVariable":   ended.NotifyVariable,
		"ended.NotifyCounts":     ended.NotifyCounts,
		"ended.Cancels":          ended.Cancels,
		"ended.CancelsSome":      ended.CancelsSome,
		"ended.CancelsOwn":       ended.CancelsOwn,
		"ended.Deferred":         ended.Deferred,
		"ended.DeferredHelper":   ended.DeferredHelper,
		"ended.DeferredText":     ended.DeferredText,
		"ended.OwnPauses":        ended.OwnPauses,
		"ended.NoPauses":         ended.NoPauses,
		"ended.OneTry":           ended.OneTry,
		"ended.NoRetries":        ended.NoRetries,
		"ended.Made":             ended.Made,
		"ended.MadeMarking":      ended.MadeMarking,
		"ended.Jitter":           ended.Jitter,
		"ended.JitterLimited":    ended.JitterLimited,
		"ended.JitterOnce":       ended.JitterOnce,
		"ended.Told":             ended.Told,
		"ended.Shared":           ended.Shared,
		"v4.Data":                v4.Data,
		"v4.DataStops":           v4.DataStops,
		"v4.Notify":              v4.Notify,
		"v4.Plain":               v4.Plain,
		"v4.Itself":              v4.Itself,
		"v4.Stops":               v4.Stops,
		"v4.StopsSome":           v4.StopsSome,
		"v4.Wrapped":             v4.Wrapped,
		"v4.Lost":                v4.Lost,
		"v4.Kept":                v4.Kept,
		"v4.Transport":           v4.Transport,
		"v4.Each":                v4.Each,
		"v4.GivesUp":             v4.GivesUp,
		"v4.Mapped":              v4.Mapped,
		"v4.MappedSome":          v4.MappedSome,
		"wrapped.Direct":         wrapped.Direct,
		"wrapped.Stops":          wrapped.Stops,
		"wrapped.Generic":        wrapped.Generic,
		"wrapped.Marking":        wrapped.Marking,
		"wrapped.Twice":          wrapped.Twice,
		"wrapped.Once":           wrapped.Once,
		"wrapped.Method":         wrapped.Method,
		"wrapped.Asked":          wrapped.Asked,
		"wrapped.NoMore":         wrapped.NoMore,
		"wrapped.SomeMore":       wrapped.SomeMore,
		"wrapped.Limited":        wrapped.Limited,
		"v5.Plain":               v5.Plain,
		"v5.Stops":               v5.Stops,
		"v5.Wrapped":             v5.Wrapped,
		"v5.Older":               v5.Older,
		"v5.Waits":               v5.Waits,
	})
}
