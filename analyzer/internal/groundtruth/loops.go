package groundtruth

import "fmt"

func loopStatements() []production[struct{}] {
	return []production[struct{}]{
		{"for ever", 4, "", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() || len(g.nested) > 2 {
				return "", false
			}
			label, text := g.within(construct{loop: true}, "retry", func() string {
				body := "pause()\n" + g.block(1+g.IntN(3), false)
				switch g.IntN(4) {
				case 0:
					body += "break\n"
				case 1, 2:
					body += fmt.Sprintf("if %s {\n%s}\n", g.cond(), g.exit())
				}
				return "for {\n" + body + "}\n"
			})
			return label + text, true
		}},
		{"for condition", 3, "", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() || len(g.nested) > 2 {
				return "", false
			}
			label, text := g.within(construct{loop: true}, "again", func() string {
				return fmt.Sprintf("for %s {\npause()\n%s}\n", g.cond(), g.block(1+g.IntN(3), true))
			})
			return label + text, true
		}},
		{"goto forward", 3, "", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			label := g.fresh("done")
			all := g.values(nil)
			return fmt.Sprintf("if %s {\n%sgoto %s\n}\n%sif %s {\n%s}\n%s:\n%s",
				g.cond(), g.block(1, false), label,
				g.seen(pick(g, all)), g.cond(), g.block(1, true),
				label, g.seen(pick(g, all))), true
		}},
		{"goto backward", 3, "", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			label := g.fresh("redo")
			all := g.values(nil)
			return fmt.Sprintf("%s:\npause()\nif %s {\n%s}\n%sif %s {\ngoto %s\n}\n",
				label, g.cond(), g.block(1+g.IntN(2), true), g.seen(pick(g, all)), g.cond(), label), true
		}},
		{"irreducible goto", 2, "", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			top, middle := g.fresh("top"), g.fresh("middle")
			all := g.values(nil)
			return fmt.Sprintf("if %s {\ngoto %s\n}\n%s:\npause()\n%sif %s {\n%s}\n%s:\n%sif %s {\ngoto %s\n}\n",
				g.cond(), middle, top, g.seen(pick(g, all)), g.cond(), g.block(1, true), middle, g.seen(pick(g, all)), g.cond(), top), true
		}},
	}
}
