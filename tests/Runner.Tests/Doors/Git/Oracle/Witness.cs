using System.Diagnostics;
using System.Text;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>The git program as a third voice, without anybody's configuration.</summary>
internal static class Witness
{
    /// <summary>What git prints, without the last line feed.</summary>
    /// <exception cref="InvalidOperationException">git failed.</exception>
    public static string Ask(string folder, params string[] arguments)
    {
        var (succeeded, output, error) = Run(folder, [], arguments);
        return succeeded ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error}");
    }

    /// <summary>The same; nothing where git fails, as it does when it finds nothing.</summary>
    public static string Try(string folder, params string[] arguments) => Run(folder, [], arguments) is (true, var output, _) ? output : "";

    /// <summary>Makes objects and refs.</summary>
    /// <param name="folder">A repository.</param>
    /// <param name="stream">What <c>git fast-import</c> reads.</param>
    /// <returns>The ids by mark.</returns>
    public static Dictionary<int, string> Import(string folder, byte[] stream)
    {
        var marks = Path.Combine(folder, ".git", "marks");
        var (succeeded, _, error) = Run(folder, stream, "fast-import", "--quiet", "--export-marks=" + marks);
        return succeeded
            ? File.ReadLines(marks).Select(line => line.Split(' '))
                .ToDictionary(words => int.Parse(words[0].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture), words => words[1])
            : throw new InvalidOperationException("git fast-import: " + error);
    }

    private static (bool Succeeded, string Output, string Error) Run(string folder, byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        (start.Environment["GIT_CONFIG_NOSYSTEM"], start.Environment["GIT_CONFIG_GLOBAL"], start.Environment["LC_ALL"]) = ("1", "/dev/null", "C");
        foreach (var argument in (string[])["-c", "user.name=T", "-c", "user.email=t@example.invalid", "-c", "protocol.file.allow=always", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode == 0, output.Result.TrimEnd('\n'), error.Result);
    }
}
