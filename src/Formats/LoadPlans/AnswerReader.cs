using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Formats.LoadPlans;

/// <summary>Reads what is expected of an answer, and what is taken out of it.</summary>
/// <param name="values">Reads single values.</param>
/// <param name="names">Learns the values that are taken out.</param>
/// <param name="step">The request's name, with which its checks begin.</param>
internal sealed class AnswerReader(PlanValues values, PlanNames names, string step)
{
    public LoadStep Expect(LoadStep of, DocumentNode node, string key)
    {
        var checks = new List<AnswerExpectation>();
        var statuses = new List<(int From, int To)>();
        MapReader.Read(node, key, values.Problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["status"] = (value, full) =>
            {
                statuses.AddRange(Statuses(value, full));
                checks.Add(new AnswerExpectation($"{step}: status is {string.Join(" or ", values.Texts(value, full))}", ExpectationKind.Status, "", ""));
            },
            ["header"] = (value, full) => checks.AddRange(values.Pairs(value, full)
                .Select(pair => new AnswerExpectation($"{step}: {pair.Key} is {pair.Value}", ExpectationKind.Header, pair.Key, pair.Value))),
            ["json"] = (value, full) => checks.AddRange(values.Pairs(value, full)
                .Select(pair =>
                    new AnswerExpectation($"{step}: {pair.Key} is {pair.Value}", ExpectationKind.Json, JsonPath(value, full, pair.Key), pair.Value))),
            ["body-contains"] = (value, full) => checks.AddRange(values.Texts(value, full)
                .Select(text => new AnswerExpectation($"{step}: body contains {text}", ExpectationKind.BodyContains, "", text))),
            ["body-matches"] = (value, full) => checks.Add(
                new AnswerExpectation($"{step}: body matches {value.Text}", ExpectationKind.BodyMatches, "", "") { Pattern = values.Pattern(value, full) }),
            ["max"] = (value, full) => checks.Add(new AnswerExpectation($"{step}: within {value.Text}", ExpectationKind.Duration, "", "")
            {
                MaxMilliseconds = values.Duration(value, full, isZeroRight: false)?.TotalMilliseconds ?? 0,
            }),
        });
        return of with { Expectations = checks, Statuses = statuses };
    }

    public IReadOnlyList<Extraction> Extract(DocumentNode node, string key)
    {
        var found = new List<Extraction>();
        foreach (var entry in MapReader.Entries(node, key, values.Problems))
        {
            var name = Say.Key(key, entry.Key);
            if (!entry.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') || entry.Key.Length == 0)
            {
                values.Problems.Add(Place.From(entry), name, "is no name of a value; use letters, digits, - and _");
            }

            var before = found.Count;
            void Take(ExtractionSource source, string subject, System.Text.RegularExpressions.Regex? pattern = null) =>
                found.Add(new Extraction(entry.Key, names.Extracted.Count, source, subject, $"{step}: has {entry.Key}") { Pattern = pattern });
            MapReader.Read(entry.Node, name, values.Problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
            {
                ["json"] = (value, full) => Take(ExtractionSource.Json, JsonPath(value, full, values.Text(value, full) ?? "")),
                ["header"] = (value, full) => Take(ExtractionSource.Header, values.Text(value, full) ?? ""),
                ["regex"] = (value, full) => Take(ExtractionSource.Regex, "", values.Pattern(value, full)),
            });
            if (found.Count != before + 1)
            {
                values.Problems.Add(Place.From(entry), name, "needs one source: json, header or regex");
            }

            names.Extracted.Add(entry.Key);
        }

        return found;
    }

    private string JsonPath(DocumentNode node, string key, string path)
    {
        if (!JsonPick.IsPath(path))
        {
            values.Problems.Add(node, key, $"{Say.Quote(path)} is not a path; write for example data.items[0].id");
        }

        return path;
    }

    private IEnumerable<(int From, int To)> Statuses(DocumentNode node, string key)
    {
        foreach (var text in values.Texts(node, key))
        {
            if (text.Length == 3 && text.EndsWith("xx", StringComparison.Ordinal) && text[0] is >= '1' and <= '5')
            {
                yield return ((text[0] - '0') * 100, ((text[0] - '0') * 100) + 99);
            }
            else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599)
            {
                yield return (status, status);
            }
            else
            {
                values.Problems.Add(node, key, $"{Say.Quote(text)} is no status; write for example 200, [200, 304] or 2xx");
            }
        }
    }
}
