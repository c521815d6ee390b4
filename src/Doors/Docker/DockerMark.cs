using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gates.Doors.Docker;

/// <summary>What everything carries that is made on an engine: whose it is and until when, so that what a killed run left is known as such.</summary>
/// <param name="Run">The run.</param>
/// <param name="Owner">The process: its machine, its number and when it began.</param>
/// <param name="Until">When the run has ended for certain.</param>
internal sealed record DockerMark(string Run, string Owner, DateTimeOffset Until)
{
    public const string RunLabel = "gates.run";
    public const string OwnerLabel = "gates.owner";
    public const string UntilLabel = "gates.until";

    /// <value>What names of containers and images begin with.</value>
    public const string Prefix = "gates-build-";

    private static readonly Lazy<string> Machine = new(ReadMachine);

    public IReadOnlyDictionary<string, string> Labels => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [RunLabel] = Run,
        [OwnerLabel] = Owner,
        [UntilLabel] = Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    };

    /// <param name="time">For now.</param>
    /// <param name="patience">How long the run can take at most.</param>
    public static DockerMark Create(TimeProvider time, TimeSpan patience) =>
        new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            $"{Machine.Value}-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{StartOf(Environment.ProcessId)}",
            time.GetUtcNow() + patience);

    /// <summary>Whether what carries these labels belongs to a run that is over: its process on this machine is gone, or its time.</summary>
    public static bool IsOver(IEnumerable<KeyValuePair<string, string>> labels, DateTimeOffset now)
    {
        var all = labels.ToDictionary(StringComparer.Ordinal);
        if (!all.ContainsKey(RunLabel) || !all.TryGetValue(OwnerLabel, out var owner) || !all.TryGetValue(UntilLabel, out var until))
        {
            return false;
        }

        return (long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && end < now.ToUnixTimeSeconds())
            || (owner.Split('-') is [var machine, var process, var start]
                && machine == Machine.Value
                && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && StartOf(id) != start);
    }

    /// <summary>Numbers are given again, so a process is its number and when it began, in ticks since the machine did.</summary>
    private static string StartOf(int process)
    {
        try
        {
            var stat = File.ReadAllText(FormattableString.Invariant($"/proc/{process}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            return "gone";
        }
    }

    /// <summary>
    /// Which machine this is since it was started, and in which space of process numbers: in a container there are others of the same number.
    /// </summary>
    private static string ReadMachine()
    {
        try
        {
            var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id");
            var space = new FileInfo("/proc/self/ns/pid").LinkTarget;
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(boot + space)).AsSpan(0, 8));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        }
    }
}
