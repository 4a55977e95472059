package gclplugin

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer"
)

// Name is the linter's name in golangci-lint.
const Name = "errcodelint"

func init() { register.Plugin(Name, New) }

// New returns the plugin for what stands under settings in golangci-lint's configuration; nil: nothing.
func New(settings any) (register.LinterPlugin, error) {
	s, err := decode(settings)
	if err != nil {
		return nil, err
	}
	p := &plugin{settings: *s}
	_, err = p.BuildAnalyzers() // a wrong value is an error whether or not the linter is on
	return p, err
}

type plugin struct{ settings Settings }

// GetLoadMode returns the mode in which golangci-lint keeps facts.
func (*plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers returns new analyzers, since adapt changes them.
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	suite, err := p.settings.apply(analyzer.New(p.settings.Settings))
	if err != nil {
		return nil, err
	}
	for _, a := range suite {
		adapt(a)
	}
	renameFacts(suite)
	return append(suite, marker()), nil
}
