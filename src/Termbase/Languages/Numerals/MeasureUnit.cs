namespace Termbase.Languages.Numerals;

/// <summary>A unit of measure. Immutable.</summary>
/// <param name="Id">Its symbol: km, m2, mu, kWh.</param>
/// <param name="Dimension">What it measures, named by the base unit: m, m2, m3, kg, J, W, s, month, B, C, F.</param>
/// <param name="Factor">How many base units it is.</param>
/// <param name="Metric">False for units that a translation may convert (亩, 里, mile, acre).</param>
public sealed record MeasureUnit(string Id, string Dimension, Rational Factor, bool Metric);
