using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>Each file of the release has verified provenance that shows a level of SLSA's build track.</summary>
internal sealed class SlsaBuildLevel : Assertion
{
    [Option("The lowest level that will do, 1 to 3.", Required = true, Min = 1, Max = 3)]
    public int AtLeast { get; set; }

    [Option("A glob over evidence and release files that it is asked of. Default: every release file that is named to `gates attest`.", Glob = true)]
    public string? Subject { get; set; }

    [Option("The repository that provenance must name as its source, such as github.com/acme/app. Default: the one of the remote `origin`, or of the job.")]
    public string? SourceRepository { get; set; }

    [Option("Whose keyless signature counts, as for `signed_by`. Default: any workflow of GitHub that ran for the source repository at the release's commit.")]
    public string? Identity { get; set; }

    [Option("Who must vouch for that identity, exactly. Needed with `identity`.")]
    public string? Issuer { get; set; }

    [Option("Builders beside SLSA's generator on GitHub (level 3) and GitHub's runners (level 2), by who signs for them.")]
    public IReadOnlyList<LevelledBuilder> Builders { get; set; } = [];

    public override IEnumerable<(string Key, string Message)> Problems() => Identity is null == Issuer is null
        ? Builders.Select(one => one.Refuse()).OfType<string>().Select(message => ("builders", message))
        : Identity is null ? [("issuer", "vouches for anybody; say who may sign with `identity`")]
        : [("identity", "means nothing without `issuer`, who vouches for it")];

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        if (FilesOf(context.Scope, Subject) is not { Count: > 0 } files)
        {
            return AssertionFinding.Fail(NoFiles(Subject));
        }

        var levels = new BuildLevels(context.Scope, new WantedProvenance(SourceRepository, Identity, Issuer, null, Builders)).Of(files, context.Items);
        IReadOnlyList<string> complaints =
        [
            .. levels.Where(one => one.Level is not { } level || level < AtLeast).Select(one => one.Level is { } level
                ? FormattableString.Invariant($"{one.Artifact.Path} has SLSA build level {level}, not {AtLeast}: {one.Reason}")
                : $"{one.Artifact.Path} has no SLSA build level: {one.Reason}"),
        ];
        var of = files.Count == 1 ? files[0].Path : FormattableString.Invariant($"all {files.Count} files");
        var about = FormattableString.Invariant($"SLSA build level {levels.Min(one => one.Level)} of {of}");
        IReadOnlyList<string> by = [.. levels.Select(one => one.Builder).OfType<string>().Distinct(StringComparer.Ordinal)];
        return AssertionFinding.From(complaints, $"{about}, built by {AssertionFinding.Some(by, 2)}");
    }

    /// <summary>The files that an assertion is about.</summary>
    public static IReadOnlyList<EvidenceItem> FilesOf(AssertionScope scope, string? subject)
    {
        if (subject is not { } glob)
        {
            return scope.Artefacts;
        }

        var filter = new PathFilter([glob], []);
        return [.. scope.Evidence.Match(glob), .. scope.Artefacts.Where(file => filter.Includes(file.Path))];
    }

    public static string NoFiles(string? subject) => subject is { } glob
        ? $"`subject` {glob} matches neither evidence nor a release file"
        : "no release file was named; name them with `gates attest --artifacts DIR`, or with `subject`";
}
