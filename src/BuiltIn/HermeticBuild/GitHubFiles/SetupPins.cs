using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Workflows;

namespace Gates.BuiltIn.HermeticBuild.GitHubFiles;

/// <summary>Says which version each <c>setup-*</c> action is asked for.</summary>
internal sealed partial class SetupPins(RepositoryFiles files)
{
    private static readonly char[] Separators = ['\n', '\r', ','];

    public void Inspect(WorkflowStep step, WorkflowJob? job, string path, HermeticFacts facts)
    {
        var uses = step.Uses?.Text.Split('@') ?? [];
        if (uses.Length != 2 || SetupAction.All.FirstOrDefault(action => action.Name.Equals(uses[0], StringComparison.OrdinalIgnoreCase)) is not { } setup)
        {
            return;
        }

        facts.Toolchains.Add(Judge(setup, step, uses[1], job) with { Path = path });
    }

    private ToolchainFact Judge(SetupAction setup, WorkflowStep step, string reference, WorkflowJob? job)
    {
        var place = step.With.TryGetValue(setup.Version, out var input) && input.Text.Trim().Length > 0 ? input : null;
        var fact = new ToolchainFact(
            setup.Name,
            setup.Version,
            setup.Example,
            setup.FileInputs.FirstOrDefault(),
            [],
            Choices: false,
            [],
            "exact",
            "",
            place?.Line ?? step.Uses!.Line);
        if (place is null)
        {
            return fact with { State = StateWithoutVersion(setup, step, reference), Values = [] };
        }

        if (Values(place, job) is not { } values)
        {
            return fact with { State = "unknown", Values = [place.Text] };
        }

        var open = values.Where(value => !IsExact(value)).ToList();
        return fact with { Values = values, Choices = place.IsExpression && values.Count > 1, Open = open, State = open.Count == 0 ? "exact" : "open" };
    }

    private string StateWithoutVersion(SetupAction setup, WorkflowStep step, string reference)
    {
        var decided = setup.FileInputs.Any(step.With.ContainsKey)
            || setup.Files.Any(name => name == "package.json" ? NamesPackageManager() : files.Exists("", name));
        // The branches of dtolnay/rust-toolchain are the toolchains; the pin of the action says it already.
        return decided ? "file" : setup.Name == "dtolnay/rust-toolchain" && !Pins.IsCommit(reference) ? "unknown" : "absent";
    }

    private bool NamesPackageManager() => files.TryRead("", "package.json")?.Contains("\"packageManager\"", StringComparison.Ordinal) == true;

    /// <summary>The versions an input can have; <see langword="null"/> when the file alone does not tell.</summary>
    private static List<string>? Values(PlacedText input, WorkflowJob? job)
    {
        if (!input.IsExpression)
        {
            return [.. input.Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }

        var match = MatrixReference().Match(input.Text);
        return match.Success && job is not null && job.Matrix.TryGetValue(match.Groups["name"].Value, out var values)
            ? [.. values.Select(value => value.Text).Distinct(StringComparer.Ordinal)]
            : null;
    }

    private static bool IsExact(string value) =>
        Pins.IsExactVersion(value)
            || DatedToolchain().IsMatch(value)
            || NamedVersion().Match(value) is { Success: true } named && Pins.IsExactVersion(named.Groups["version"].Value);

    [GeneratedRegex(@"^\$\{\{\s*matrix\.(?<name>[A-Za-z0-9_-]+)\s*\}\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MatrixReference();

    [GeneratedRegex(@"^(nightly|beta)-\d{4}-\d{2}-\d{2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatedToolchain();

    [GeneratedRegex(@"^(pypy[\d.]+-v|graalpy-?|jruby-|truffleruby-|ruby-|temurin-)(?<version>\d.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedVersion();
}
