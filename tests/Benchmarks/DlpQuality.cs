using System.Globalization;
using Benchmarks.Labelled;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;

namespace Benchmarks;

/// <summary>Recall and precision of every rule on the labelled set, as a table. Targets: 0.97 both.</summary>
internal static class DlpQuality
{
    private const int Rounds = 3;

    public static int Run(bool showMisses)
    {
        var (files, scores) = Measure(Rounds, showMisses);
        Print(files, scores);
        return 0;
    }

    /// <summary>What each rule found and missed; passwords are one.</summary>
    public static (int Files, SortedDictionary<string, Score> Scores) Measure(int rounds, bool showMisses)
    {
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        Score Of(string rule) => scores.TryGetValue(rule, out var score) ? score : scores[rule] = new Score();
        using var scanner = new FileScanner(RuleReader.Shipped, new byte[16]);
        var files = 0;
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var file in new LabelledSet(round).Make())
            {
                files++;
                Count(file, scanner, Of, showMisses);
            }
        }

        return (files, scores);
    }

    private static void Count(LabelledFile file, FileScanner scanner, Func<string, Score> of, bool showMisses)
    {
        var deadline = new FileDeadline(TimeProvider.System, file.Path, file.Content.Length, CancellationToken.None);
        var hits = scanner.Scan(file.Path, new MemoryStream(file.Content), null, deadline).Hits;
        foreach (var plant in file.Planted)
        {
            var there = hits.Where(hit => plant.Line == 0 || hit.Line == plant.Line).ToArray();
            var found = Array.Exists(there, hit => Answers(hit, plant));
            of(plant.Kind).Add(found);
            if (!found && showMisses)
            {
                Console.Error.WriteLine($"missed {plant.Kind} in {file.Path}: {(there.Length == 0 ? "nothing" : there[0].Rule.Id)}");
            }
        }

        foreach (var hit in hits)
        {
            var stray = !file.Planted.Any(plant => plant.Line == 0 || plant.Line == hit.Line);
            of(hit.Rule.Category == RuleCategories.GenericSecret ? "password" : hit.Rule.Id).Judge(stray);
            if (stray && showMisses)
            {
                Console.Error.WriteLine($"false {hit.Rule.Id} in {file.Path}:{hit.Line}");
            }
        }
    }

    private static bool Answers(Hit hit, Plant plant) =>
        hit.Rule.Id == plant.Kind || (plant.Kind == "password" && hit.Rule.Category is RuleCategories.GenericSecret or RuleCategories.ProviderSecret);

    private static void Print(int files, SortedDictionary<string, Score> scores)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files, {scores.Values.Sum(score => score.Planted)} values planted"));
        Console.WriteLine();
        Console.WriteLine("| rule | planted | recall | found | precision |");
        Console.WriteLine("|---|---|---|---|---|");
        Row("all", scores.Values);
        foreach (var (rule, score) in scores.Where(pair => pair.Value.Recall < 1 || pair.Value.Precision < 1))
        {
            Row(rule, [score]);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| the other {scores.Values.Count(score => score is { Recall: 1, Precision: 1 })} rules, each | | 1 | | 1 |"));
    }

    private static void Row(string name, IReadOnlyCollection<Score> scores)
    {
        var all = new Score(scores);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {all.Planted} | {all.Recall:0.000} | {all.Found} | {all.Precision:0.000} |"));
    }

    /// <summary>How often a rule was right.</summary>
    internal sealed class Score
    {
        private int met;
        private int strays;

        public Score()
        {
        }

        public Score(IEnumerable<Score> parts)
        {
            foreach (var part in parts)
            {
                (Planted, met, Found, strays) = (Planted + part.Planted, met + part.met, Found + part.Found, strays + part.strays);
            }
        }

        public int Planted { get; private set; }

        public int Found { get; private set; }

        public double Recall => Planted == 0 ? 1 : (double)met / Planted;

        public double Precision => Found == 0 ? 1 : 1 - ((double)strays / Found);

        public void Add(bool found) => (Planted, met) = (Planted + 1, met + (found ? 1 : 0));

        public void Judge(bool stray) => (Found, strays) = (Found + 1, strays + (stray ? 1 : 0));
    }
}
