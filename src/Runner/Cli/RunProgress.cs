using System.Collections.Concurrent;
using System.Globalization;
using Gates.Runner.Reports;
using Spectre.Console;

namespace Gates.Runner.Cli;

/// <summary>Shows which gates are at work: a live line on a terminal, plain lines elsewhere. Goes to standard error, so that reports stay clean.</summary>
internal static class RunProgress
{
    /// <summary>Runs something while its progress is shown.</summary>
    public static async Task<T> ShowAsync<T>(TextWriter error, bool isTerminal, Func<IProgress<GateProgress>, Task<T>> run)
    {
        if (!isTerminal)
        {
            return await run(new PlainProgress(error));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await console.Status().StartAsync("Starting", status => run(new LiveProgress(status)));
    }

    private static string Describe(GateResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.GateId}: {Words.For(result)} ({Words.Time(result.Elapsed)})");

    private sealed class PlainProgress(TextWriter error) : IProgress<GateProgress>
    {
        private readonly Lock exclusive = new();

        public void Report(GateProgress value)
        {
            var line = value.Result is { } result ? Describe(result) : value.Note is { } note ? $"{value.GateId}: {Escape.OneLine(note)}" : null;
            if (line is not null)
            {
                lock (exclusive)
                {
                    error.WriteLine(line);
                }
            }
        }
    }

    private sealed class LiveProgress(StatusContext status) : IProgress<GateProgress>
    {
        private readonly ConcurrentDictionary<string, string> running = new(StringComparer.Ordinal);

        public void Report(GateProgress value)
        {
            if (value.Result is null)
            {
                running[value.GateId] = value.Note is null ? value.GateId : $"{value.GateId}: {Escape.OneLine(value.Note)}";
            }
            else
            {
                running.TryRemove(value.GateId, out _);
            }

            status.Status(Markup.Escape(string.Join(", ", running.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value))));
        }
    }
}
