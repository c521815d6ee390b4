using System.Numerics;
using Jint.Native;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>What <c>Number</c> and <c>Math</c> have beyond ECMAScript 5.</summary>
internal static class NumberFunctions
{
    private const double MaxSafeInteger = 9007199254740991;

    private static readonly (string Name, Func<double, double> Compute)[] OfOne =
    [
        ("trunc", Math.Truncate),
        ("sign", value => double.IsNaN(value) || value == 0 ? value : Math.Sign(value)),
        ("cbrt", CubeRoot),
        ("log2", Math.Log2),
        ("log10", Math.Log10),
        ("log1p", Log1P),
        ("expm1", ExpM1),
        ("sinh", Math.Sinh),
        ("cosh", Math.Cosh),
        ("tanh", Math.Tanh),
        ("asinh", Math.Asinh),
        ("acosh", Math.Acosh),
        ("atanh", Math.Atanh),
        ("fround", value => (float)value),
        ("clz32", value => BitOperations.LeadingZeroCount(TypeConverter.ToUint32(value))),
    ];

    public static void Install(JintEngine engine)
    {
        var number = engine.Number;
        AddTest("isFinite", double.IsFinite);
        AddTest("isNaN", double.IsNaN);
        AddTest("isInteger", IsInteger);
        AddTest("isSafeInteger", value => IsInteger(value) && Math.Abs(value) <= MaxSafeInteger);
        number.AddLazy("parseInt", () => engine.Global.Get("parseInt"));
        number.AddLazy("parseFloat", () => engine.Global.Get("parseFloat"));
        number.FastAddProperty("MAX_SAFE_INTEGER", MaxSafeInteger, false, false, false);
        number.FastAddProperty("MIN_SAFE_INTEGER", -MaxSafeInteger, false, false, false);
        number.FastAddProperty("EPSILON", Math.BitIncrement(1.0) - 1.0, false, false, false);

        foreach (var (name, compute) in OfOne)
        {
            engine.Math.AddFunction(name, 1, (_, arguments) => compute(TypeConverter.ToNumber(arguments.At(0))));
        }

        engine.Math.AddFunction("hypot", 2, (_, arguments) => arguments.Select(TypeConverter.ToNumber).Aggregate(0.0, double.Hypot));
        engine.Math.AddFunction("imul", 2, (_, arguments) => TypeConverter.ToInt32(arguments.At(0)) * TypeConverter.ToInt32(arguments.At(1)));

        void AddTest(string name, Func<double, bool> test) =>
            number.AddFunction(name, 1, (_, arguments) => arguments.At(0).IsNumber() && test(arguments[0].AsNumber()));
    }

    private static bool IsInteger(double value) => double.IsFinite(value) && Math.Floor(value) == value;

    /// <summary>Exact for cubes of whole numbers, on every platform.</summary>
    private static double CubeRoot(double value)
    {
        var root = Math.Cbrt(value);
        var whole = Math.Round(root);
        return whole * whole * whole == value ? whole : root;
    }

    /// <summary>Exact also where 1 + x loses the digits of x.</summary>
    private static double Log1P(double value)
    {
        var sum = 1 + value;
        return sum == 1 || double.IsPositiveInfinity(value) ? value : Math.Log(sum) * value / (sum - 1);
    }

    /// <summary>Exact also where e^x - 1 loses the digits of x.</summary>
    private static double ExpM1(double value)
    {
        var power = Math.Exp(value);
        return power == 1 || double.IsPositiveInfinity(power) ? (power == 1 ? value : power)
            : power - 1 == -1 ? -1
            : (power - 1) * value / Math.Log(power);
    }
}
