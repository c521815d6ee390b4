using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>The steps of a job or of a composite action.</summary>
internal static class WorkflowSteps
{
    private const string Scheme = "docker://";

    public static void Read(DocumentNode? steps, string where, SourceText source, CollectedImages into)
    {
        foreach (var step in steps?.Items ?? [])
        {
            if (step.Get("uses") is { IsString: true } uses)
            {
                ReadUses(uses, step, where, source, into);
            }

            if (step.Get("run") is { IsString: true } run)
            {
                var first = run.EndLine > run.Line ? run.Line + 1 : run.Line;
                var folder = step.GetText("working-directory") ?? "";
                BuildScript.Read(run.Text, first, folder, source, into);
            }
        }
    }

    public static string WithoutScheme(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..] : text;

    private static void ReadUses(DocumentNode uses, DocumentNode step, string where, SourceText source, CollectedImages into)
    {
        if (uses.Text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            into.AddImage(source, "workflow uses", WithoutScheme(uses.Text), where, uses.Line, uses.Column);
        }
        else if (uses.Text.StartsWith("docker/build-push-action@", StringComparison.OrdinalIgnoreCase))
        {
            BuildAction.Read(step.Get("with"), uses.Line, where, source, into);
        }
    }
}
