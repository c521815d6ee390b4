using System.Text;
using System.Text.Json;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Doors.Files;

namespace Benchmarks.Labelled;

/// <summary>Makes the labelled set: nothing of it is kept anywhere, and every run with the same number makes the same.</summary>
internal sealed class LabelledSet(int round)
{
    private const int PlacesPerRule = 6;
    private readonly List<RuleSample> samples = [.. Read(round)];

    public IEnumerable<LabelledFile> Make() => [.. Tokens(), .. Passwords(), .. Wrapped(), .. LookAlikes.Make(round)];

    /// <summary>Every rule's values, in a few of the surroundings; a value that only its name tells keeps the name.</summary>
    private IEnumerable<LabelledFile> Tokens()
    {
        var next = round;
        foreach (var sample in samples.Where(sample => sample.Rule.Category != RuleCategories.GenericSecret))
        {
            foreach (var example in sample.Examples)
            {
                if (!sample.Rule.IsPersonal && ValueOf(sample, example) is { } value && IsKnownAlone(sample, value))
                {
                    for (var i = 0; i < PlacesPerRule; i++)
                    {
                        var (path, template) = Surroundings.All[next++ % Surroundings.All.Count];
                        yield return LabelledFile.From(path, template, value, sample.Rule.Id);
                    }
                }
                else if (PlaceOf(sample, example) is { } place)
                {
                    var line = 2 + example[..place.Start].Count(c => c == '\n');
                    var content = Encoding.Latin1.GetBytes($"first line\n{example}\nlast line\n");
                    yield return new LabelledFile(sample.Path, content, [new Plant(line, sample.Rule.Id)]);
                }
            }
        }
    }

    private IEnumerable<LabelledFile> Passwords()
    {
        string[] shapes = ["{alnum:12}", "{alnum:20}", "{lower:5}{digit:3}{upper:4}", "{alnum:6}-{alnum:6}", "{hex:32}", "{alnum:32}"];
        string[] rich = ["{print:14}", "{alnum:5}!{alnum:5}", "{alnum:4}$k{alnum:4}#9", "({alnum:8})7", "Summer{lower:4}{digit:4}!"];
        for (var i = 0; i < PasswordPlaces.All.Count; i++)
        {
            var (path, template) = PasswordPlaces.All[i];
            foreach (var shape in new[] { shapes[i % shapes.Length], shapes[(i + 3) % shapes.Length], rich[i % rich.Length] })
            {
                yield return LabelledFile.From(path, template, Value(shape, i), "password");
            }
        }

        foreach (var (path, template) in PasswordPlaces.Plain)
        {
            foreach (var shape in shapes)
            {
                yield return LabelledFile.From(path, template, Value(shape, path.Length), "password");
            }
        }
    }

    private IEnumerable<LabelledFile> Wrapped()
    {
        var tokens = samples.Where(sample => sample.Rule.Category == RuleCategories.ProviderSecret)
            .Select(sample => (sample.Rule.Id, Value: ValueOf(sample, sample.Examples[0]), Sample: sample))
            .Where(token => token.Value is not null && IsKnownAlone(token.Sample, token.Value)).Take(60).ToArray();
        return tokens.Select((token, i) => Wrapping.Wrap(i % Wrapping.Kinds, token.Value!, token.Id));
    }

    private string Value(string shape, int place) => SampleText.Make(shape, FormattableString.Invariant($"password/{round}/{place}/{shape}"));

    private static bool IsKnownAlone(RuleSample sample, string value) => ValueOf(sample, "x = \"" + value + "\"") is not null;

    private static string? ValueOf(RuleSample sample, string text) => PlaceOf(sample, text) is { } place ? text.Substring(place.Start, place.Length) : null;

    /// <summary>Where the rule alone finds its value in a text.</summary>
    private static (int Start, int Length)? PlaceOf(RuleSample sample, string text)
    {
        var scanner = new ChunkScanner(new RuleSet([sample.Rule]));
        var bytes = Encoding.Latin1.GetBytes(text);
        var found = new List<RawMatch>();
        scanner.Begin(sample.Path, bytes);
        scanner.Scan(bytes, 0, bytes.Length, new FileDeadline(TimeProvider.System, sample.Path, bytes.Length, CancellationToken.None), found);
        return found.Count == 0 ? null : (found[0].Start, found[0].Length);
    }

    private static IEnumerable<RuleSample> Read(int round)
    {
        foreach (var (name, content) in new EmbeddedFiles(typeof(RuleReader).Assembly).Below("BuiltIn/DlpScan/rules/"))
        {
            // Other values than those by which the rules prove themselves.
            var other = Encoding.UTF8.GetString(content).Replace("\"id\": \"", FormattableString.Invariant($"\"id\": \"r{round}."), StringComparison.Ordinal);
            using var document = JsonDocument.Parse(other);
            foreach (var sample in RuleReader.Samples(name, document.RootElement))
            {
                yield return sample with { Rule = sample.Rule with { Id = sample.Rule.Id[(sample.Rule.Id.IndexOf('.', StringComparison.Ordinal) + 1)..] } };
            }
        }
    }
}
