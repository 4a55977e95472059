// Command run runs the programs of this module, see api.Run.
package main

import (
	"example.test/libs/api"
	"example.test/libs/backoff40/v3"
	"example.test/libs/backoff40/v4"
)

func main() {
	api.Run(map[string]api.Program{
		"v3.Plain":     v3.Plain,
		"v3.Itself":    v3.Itself,
		"v3.Stops":     v3.Stops,
		"v3.StopsSome": v3.StopsSome,
		"v3.Wrapped":   v3.Wrapped,
		"v3.Lost":      v3.Lost,
		"v3.Kept":      v3.Kept,
		"v3.Transport": v3.Transport,
		"v3.Each":      v3.Each,
		"v3.GivesUp":   v3.GivesUp,
		"v4.Plain":     v4.Plain,
		"v4.Itself":    v4.Itself,
		"v4.Stops":     v4.Stops,
		"v4.StopsSome": v4.StopsSome,
		"v4.Wrapped":   v4.Wrapped,
		"v4.Lost":      v4.Lost,
		"v4.Kept":      v4.Kept,
		"v4.Transport": v4.Transport,
		"v4.Each":      v4.Each,
		"v4.GivesUp":   v4.GivesUp,
	})
}
