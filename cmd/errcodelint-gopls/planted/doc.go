// Package planted holds one test: a check that panics in gopls is heard of.
package planted
