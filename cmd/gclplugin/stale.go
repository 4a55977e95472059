package gclplugin

import (
	"crypto/sha256"
	"fmt"
	"os"
	"runtime/debug"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// golangci-lint keeps results by its own version and the names of the analyzers. Its version stays the same
// when a plugin is built in that has changed, if the configuration still says `version: latest`, or names a
// folder by `path`: the older plugin's findings would come back. So this plugin has names that change
// with it: that of an analyzer which does nothing, for the findings, and those of the analyzers that
// have facts.

// marker returns the analyzer that does nothing.
func marker() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: "errcodelint_" + buildID(),
		Doc:  "keeps the cached findings of one build of errcodelint apart from another's",
		Run:  func(*analysis.Pass) (any, error) { return nil, nil },
	}
}

// renamed holds the analyzers that have facts and got their names. They are the same for every suite.
var renamed struct {
	sync.Mutex
	done map[*analysis.Analyzer]bool
}

// renameFacts gives the analyzers with facts among those that suite needs names of this build.
func renameFacts(suite []*analysis.Analyzer) {
	renamed.Lock()
	defer renamed.Unlock()
	if renamed.done == nil {
		renamed.done = make(map[*analysis.Analyzer]bool)
	}
	var visit func([]*analysis.Analyzer)
	visit = func(list []*analysis.Analyzer) {
		for _, a := range list {
			if renamed.done[a] {
				continue
			}
			if len(a.FactTypes) > 0 {
				a.Name += "_" + buildID()
				renamed.done[a] = true
			}
			visit(a.Requires)
		}
	}
	visit(suite)
}

// buildID names this build of the plugin, in letters and digits.
var buildID = sync.OnceValue(func() string {
	info, _ := debug.ReadBuildInfo()
	exe, err := os.Executable()
	if err != nil {
		exe = os.Args[0]
	}
	return buildOf(info, exe)
})

const ownModule = "github.com/errcodelint/errcodelint"

// buildOf names a build by the released version of our module in it, else by the program's file: reading
// all of its bytes in each run would take longer than the run.
func buildOf(info *debug.BuildInfo, exe string) string {
	text := exe
	if file, err := os.Stat(exe); err == nil {
		text = fmt.Sprint(file.Size(), file.ModTime().UnixNano())
	}
	if info != nil {
		for _, m := range append(info.Deps, &info.Main) {
			if m.Path == ownModule && m.Replace == nil && m.Sum != "" {
				text = m.Version + m.Sum
			}
		}
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(text)))[:12]
}
