using System.Text;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.Explaining;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.DlpScan.Custom;

/// <summary>Tries a repository's rule on its own samples, with the scanner that scans files, and says why one does not come out as it should.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="rule">The rule.</param>
/// <param name="path">The file that the samples are taken to stand in.</param>
internal sealed class SampleProof(Problems problems, DlpRule rule, string path)
{
    public void Prove(DocumentNode node, string key)
    {
        Prove(node.Get("examples")!, Say.Key(key, "examples"), expected: true);
        Prove(node.Get("negatives")!, Say.Key(key, "negatives"), expected: false);
    }

    private void Prove(DocumentNode list, string key, bool expected)
    {
        if (list.Items.Count is 0 or > CustomRuleReader.MaxTexts)
        {
            problems.Add(list, key, list.Items.Count == 0 ? "is empty; write at least one text"
                : FormattableString.Invariant($"has {list.Items.Count} entries; at most {CustomRuleReader.MaxTexts} are possible"));
            return;
        }

        foreach (var (item, i) in list.Items.Select((item, i) => (item, i)))
        {
            var name = Say.Item(key, i);
            try
            {
                if (Text(item, FormattableString.Invariant($"{rule.Id}/{(expected ? "examples" : "negatives")}/{i}")) is not { } text)
                {
                    problems.Add(item, name, "is not a text, or a list of its parts, of at most "
                        + FormattableString.Invariant($"{CustomRuleReader.MaxTextLength} characters"));
                    continue;
                }

                var bytes = Encoding.UTF8.GetBytes(text);
                var trial = RuleTrial.Of(rule, path, bytes, (0, bytes.Length));
                if (trial.Outcome == TrialOutcome.Found != expected)
                {
                    problems.Add(item, name, expected ? $"is not found: {trial.Why}" : "is found, though it is a negative; make the pattern narrower");
                }
            }
            catch (Exception e) when (e is EvaluationException or RegexMatchTimeoutException)
            {
                problems.Add(item, name, e is EvaluationException ? e.Message : "takes the pattern too long");
            }
        }
    }

    private static string? Text(DocumentNode item, string seed)
    {
        var text = item.IsString ? SampleText.Make(item.Text, seed)
            : item.Kind == NodeKind.Sequence && item.Items.All(part => part.Kind == NodeKind.Scalar) ? string.Concat(item.Items.Select(part => part.Text))
            : null;
        return text?.Length > CustomRuleReader.MaxTextLength ? null : text;
    }
}
