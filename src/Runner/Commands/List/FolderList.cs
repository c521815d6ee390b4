using System.Globalization;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Runner.Configuration;

namespace Gates.Runner.Commands.List;

/// <summary>The gates that folders of a repository ask for in files of their own, each with its file.</summary>
internal static class FolderList
{
    public static async Task WriteAsync(DirectoryInfo folder, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            using var workspace = await Workspace.OpenAsync(folder, token: null, cancellationToken);
            Write(ConfigurationLocator.Read(workspace.Tree, null), output);
        }
        catch (UsageException e)
        {
            await output.WriteLineAsync($"\nWhat folders ask for here is not known, because the configuration is not valid: {e.Message.Split('\n')[0]}");
        }
        catch (EvaluationException)
        {
            // The catalogue can be read anywhere, also without git.
        }
    }

    public static void Write(GatesConfiguration configuration, TextWriter output)
    {
        if (configuration.FolderFiles.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("Gates of folders here");
        foreach (var gate in configuration.Gates.Where(gate => gate.Source is not null))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {gate.Id}  {Say.Path(gate.Source!)}:{gate.Place.Line}"));
        }
    }
}
